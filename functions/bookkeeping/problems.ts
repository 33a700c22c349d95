import type { Problem } from '../../shared/kernel/problems.ts'

/** Ledger and vendor statements, for operators. */
export const bookkeepingProblems = {
  ledger_range_too_large: {
    status: 422,
    zh: '该时间范围内的账目过多，请缩短日期范围。',
    en: 'Too many transactions in this range; ask for fewer days.',
  },
  vendor_unknown: {
    status: 422,
    zh: '没有配置这个核验服务商。',
    en: 'No such identity vendor is configured.',
  },
  statement_day_not_over: {
    status: 422,
    zh: '对账日尚未结束，请次日再导入。',
    en: 'That day is not over yet; import its statement afterwards.',
  },
  statement_invalid: {
    status: 400,
    zh: '对账单有误：line 为出错的行号，column 为列名，fault 为原因。',
    en: 'The statement has a fault: see line, column and fault.',
  },
} as const satisfies Record<string, Problem>
