/** Words of a register that say a business is open, as 存续, 在业, 开业, 正常 do. */
const OPEN = /存续|在业|在营|开业|正常/;

/** Words that say it is not, whatever else stands beside them: 非正常户, 未开业, 已注销（原存续）. */
const NOT_OPEN = /非正常|异常|未开业|注销|吊销|撤销|停业|歇业|清算|关闭/;

/** Whether a business is registered as open, by the words of its register. */
export const isOperating = (operatingStatus: string): boolean =>
  OPEN.test(operatingStatus) && !NOT_OPEN.test(operatingStatus);
