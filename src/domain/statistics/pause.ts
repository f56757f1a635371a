/** Called every few milliseconds by what reckons for long: lets others have their turn, if it is time. */
export type Pause = () => Promise<void>;
