import type { Argued } from './report.ts'

/** What no test can notice, each with the reason: the service does the same. `npm run mutation` fails for one that is not needed. */
export const argued: readonly Argued[] = [
  {
    file: 'functions/account/codes/sms-limit.ts',
    was: "const groups = [...front, ...missing, ...back].map((group) => group.replace(/^0+(?=.)/, ''))",
    becomes: "const groups = [...front, ...missing, ...back].map((group) => group.replace(/^0*(?=.)/, ''))",
    reason: 'Nothing in place of nothing.',
  },
  {
    file: 'functions/bookkeeping/days.ts',
    was: 'return !Number.isNaN(start) && beijingDay(start) === text',
    becomes: 'return !Number.isNaN(start) && (beijingDay(start) <= text)',
    reason: 'A day that does not exist, such as 30 February, is read as a later one, never as an earlier one.',
  },
  {
    file: 'functions/bookkeeping/reconciliation/comparison.ts',
    was: 'if (row.pending || (row.channelRefundId && book.forced.has(row.channelRefundId))) return []',
    becomes: 'if (row.pending || ((book.forced.has(row.channelRefundId)))) return []',
    reason: 'The book has no refund without a number.',
  },
  {
    file: 'functions/bookkeeping/reconciliation/comparison.ts',
    was: 'const known = row.outRefundNo ? book.refunds.get(row.outRefundNo) : undefined',
    becomes: 'const known = (book.refunds.get(row.outRefundNo))',
    reason: 'The book has no refund without a number.',
  },
  {
    file: 'functions/bookkeeping/statements/call-comparison.ts',
    was: 'while ((waiting[next]?.calledAt ?? Infinity) < call.calledAt + EARLIEST) next += 1',
    becomes: 'while (((waiting[next]?.calledAt)) < call.calledAt + EARLIEST) next += 1',
    reason: 'Neither infinity nor nothing is less than a time: behind the last row it ends either way.',
  },
  {
    file: 'functions/complaints/answering/reply-text.ts',
    was: 'if (result && at !== undefined) return `核验于${when(at)}完成，结果为${result}。`',
    becomes: 'if ((at !== undefined)) return `核验于${when(at)}完成，结果为${result}。`',
    reason: 'What was delivered has one of the three verdicts, and each has its word.',
  },
]
