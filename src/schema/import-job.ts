import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { Classified } from "../auth/classified.js";
import { Grade } from "../domain/grade.js";
import { ImportKind, ImportStatus, RowOutcome } from "../domain/import-job.js";
import { DateTimeScalar } from "./scalars.js";

@ObjectType({ description: "A row of an imported file 导入行, and what becomes of it.", simpleResolvers: true })
export class ImportedRow {
  @Field(() => Int, { description: "Line of the file, or row of the sheet, from 1." })
  @Classified(Grade.CARRIED)
  line: number;

  @Field(() => RowOutcome, { description: "What becomes of it." })
  @Classified(Grade.CARRIED)
  outcome: RowOutcome;

  @Field(() => String, { nullable: true, description: "Why it is rejected; quotes no value." })
  @Classified(Grade.CARRIED)
  reason?: string | null;
}

@ObjectType({
  description:
    "The import of a file 导入任务 that was sent to `POST /imports`. It exists for whoever sent it, in the role and branch they did it in, for a week after its end.",
  simpleResolvers: true,
})
export class ImportJob {
  @Field(() => ID, { description: "Id of the job, as the upload answered it." })
  @Classified(Grade.INTERNAL)
  id: string;

  @Field(() => ImportKind, { description: "What the file holds." })
  @Classified(Grade.INTERNAL)
  kind: ImportKind;

  @Field(() => ImportStatus, { description: "How far it is." })
  @Classified(Grade.INTERNAL)
  status: ImportStatus;

  @Field(() => String, { description: "Name the file was sent under." })
  @Classified(Grade.INTERNAL)
  fileName: string;

  @Field(() => String, {
    nullable: true,
    description: "What it was taken for: encoding and mark between values, or sheet.",
  })
  @Classified(Grade.INTERNAL)
  form?: string | null;

  @Field(() => Boolean, { description: "A rehearsal 试运行: says what would happen, and nothing is written." })
  @Classified(Grade.INTERNAL)
  dryRun: boolean;

  @Field(() => DateTimeScalar, { description: "When the upload began." })
  @Classified(Grade.INTERNAL)
  createdAt: string;

  @Field(() => DateTimeScalar, { nullable: true, description: "When the import began." })
  @Classified(Grade.INTERNAL)
  startedAt?: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it ended." })
  @Classified(Grade.INTERNAL)
  finishedAt?: string | null;

  @Field(() => Float, { description: "Size of the file, in bytes." })
  @Classified(Grade.INTERNAL)
  bytes: number;

  @Field(() => Float, { description: "Share of the file that is read, from 0 to 1; of a rehearsal known at its end." })
  @Classified(Grade.INTERNAL)
  share: number;

  @Field(() => Int, { description: "Rows read so far." })
  @Classified(Grade.INTERNAL)
  rows: number;

  @Field(() => Int, { description: "Rows a second." })
  @Classified(Grade.INTERNAL)
  rowsPerSecond: number;

  @Field(() => Int, { nullable: true, description: "Seconds the rest takes at that pace; null before it has one." })
  @Classified(Grade.INTERNAL)
  secondsLeft?: number | null;

  @Field(() => Int, { description: "Customers it made." })
  @Classified(Grade.INTERNAL)
  customers: number;

  @Field(() => Int, { description: "Records it made." })
  @Classified(Grade.INTERNAL)
  records: number;

  @Field(() => Int, { description: "Of these, the ones that correct a draft of an earlier file." })
  @Classified(Grade.INTERNAL)
  superseded: number;

  @Field(() => Int, { description: "Rows that had been imported before." })
  @Classified(Grade.INTERNAL)
  unchanged: number;

  @Field(() => Int, { description: "Rows that were rejected." })
  @Classified(Grade.INTERNAL)
  rejected: number;

  @Field(() => String, { nullable: true, description: "Why it failed." })
  @Classified(Grade.INTERNAL)
  failure?: string | null;

  @Field(() => [ImportedRow], { description: "The first ten rows of each outcome." })
  @Classified(Grade.INTERNAL)
  firstRows: readonly ImportedRow[];

  @Field(() => String, {
    nullable: true,
    description: "Path the rejected rows are downloaded from; null: there are none.",
  })
  @Classified(Grade.INTERNAL)
  rejectedRows?: string | null;
}

@ObjectType({ description: "The job as it stands now.", simpleResolvers: true })
export class ImportJobPayload {
  @Field(() => ImportJob, { nullable: true, description: "The job 导入任务." })
  @Classified(Grade.INTERNAL)
  job?: ImportJob | null;
}
