import type { Problem } from '../../shared/kernel/problems.ts'

/** Ledger and vendor statements, for operators. */
export const bookkeepingProblems = {
  invalid_day: {
    status: 400,
    zh: '日期应为北京时间的 YYYYMMDD，例如 20261120。',
    en: 'A day is YYYYMMDD in Beijing, such as 20261120.',
  },
  invalid_day_range: {
    status: 400,
    zh: '日期 until 应不早于 from，两者之间（含首尾）最多 31 天。',
    en: 'A range ends on or after its beginning: `until` is not before `from`, and from one to the other, both included, are at most 31 days.',
  },
  ledger_range_too_large: {
    status: 422,
    zh: '该时间范围内的账目过多，请缩短日期范围。',
    en: 'Too many transactions in this range; ask for fewer days.',
  },
  difference_not_open: {
    status: 409,
    zh: '这项差异没有需要人工了结的：已经了结、已解释，或还在等账单、等核验结果。请刷新后再看。',
    en: 'There is nothing to settle about this difference: it is over, or still waits for a bill or a check. Look at the day again.',
  },
  settling_way_not_open: {
    status: 422,
    members: { ways: { type: 'string', is: 'The ways that are open to it, with spaces between.' } },
    zh: '这项差异不能这样了结；ways 为可以用的方式。',
    en: 'This difference cannot be settled in that way; ways are those that are open to it.',
  },
  no_counterpart: {
    status: 422,
    zh: '对冲需要指明同一渠道另一项未了结、金额相同而方向相反的挂账差异；其他方式不要指明。请从列出的差异中选择。',
    en: 'Matching takes another difference of the channel that is still open, in suspense with the same amount the other way round; other ways take none. Choose one of those listed.',
  },
  settling_asked: {
    status: 409,
    zh: '这项差异已有人提出用另一种方式了结，须先批准或拒绝那份申请。',
    en: 'Another way to settle this difference is asked for already; that has to be approved or refused first.',
  },
  difference_changed: {
    status: 409,
    zh: '这项差异已和提出时不同，什么都没有做；请重新查看这一天，再提出申请。',
    en: 'This difference is not what it was when it was asked for, and nothing was done; look at the day and ask anew.',
  },
  movement_confirmed: {
    status: 409,
    zh: '渠道现在查得到这笔钱，没有做任何登记；请把这一天重新对账，它会自己解释。',
    en: 'The channel knows this movement now, and nothing was recorded; hold the day against the ledger again, which explains it.',
  },
  movement_unknown: {
    status: 503,
    members: { channelCode: { type: 'string', is: 'What the payment channel said in its own words.' } },
    zh: '支付渠道没有回答这笔钱的情况，没有做任何登记，请稍后再批准。',
    en: 'The channel does not say whether this money moved, and nothing was recorded; approve it again later.',
  },
  vendor_unknown: {
    status: 400,
    zh: '没有配置这个核验服务商，请填写 vendorCost 设置中的名称。',
    en: 'No such identity vendor is configured; give a name of the setting vendorCost.',
  },
  statement_day_not_over: {
    status: 422,
    zh: '对账日尚未结束，请次日再导入。',
    en: 'That day is not over yet; import its statement afterwards.',
  },
  statement_invalid: {
    status: 400,
    members: {
      line: { type: 'integer', is: 'The line of the file that cannot be read, from 1.' },
      column: { type: 'string', is: 'The column in which.' },
      fault: { type: 'string', is: 'What is wrong there.' },
    },
    zh: '对账单应为 CSV 文本，含 requestId、calledAt、code、billed 四列（阿里云也可用其计费项账单明细原文件）。',
    en: 'A statement is a CSV text with the columns requestId, calledAt, code and billed, or of Alibaba Cloud its own file of billing items.',
  },
} as const satisfies Record<string, Problem>
