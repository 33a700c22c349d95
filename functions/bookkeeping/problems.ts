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
    zh: '对账单应为 CSV 文本，含 requestId、calledAt、code、billed 四列（阿里云也可用其计费项账单明细原文件）；有误时 line 为出错的行号，column 为列名，fault 为原因。',
    en: 'A statement is a CSV text with the columns requestId, calledAt, code and billed, or of Alibaba Cloud its own file of billing items; line, column and fault say what is wrong with it.',
  },
} as const satisfies Record<string, Problem>
