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
    file: 'functions/account/links/return-url.ts',
    was: "const origin = URL.parse(address)?.origin ?? 'none'",
    becomes: 'const origin = (URL.parse(address)?.origin)',
    reason: 'Nothing becomes a word where an address is compared with it, and no address begins with that word.',
  },
  {
    file: 'shared/kernel/days.ts',
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
    file: 'functions/bookkeeping/statements/statement-rows.ts',
    was: String.raw`const ZONED = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d\d{0,8})?(Z|[+-]\d\d:\d\d)$/`,
    becomes: String.raw`const ZONED = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d\d{0,8})?(Z|[+-]\d\d:\d\d)/`,
    reason: 'Date.parse reads nothing in which something follows the zone.',
  },
  {
    file: 'functions/evidence/level.ts',
    was: "const base: Need = { from: ['carrier', 'bank', 'review'], possession: true }",
    becomes: "const base: Need = { from: ['carrier', 'bank', 'review'], possession: false }",
    reason: 'Whatever is said there asks for it.',
  },
  {
    file: 'functions/evidence/level.ts',
    was: 'return ways.filter((way, at) => !ways.slice(0, at).some((shorter) => shorter.every((source) => way.includes(source))))',
    becomes:
      'return ways.filter((way, at) => !ways.slice(0, at).some((shorter) => shorter.some((source) => way.includes(source))))',
    reason: 'On this ladder one more source always leads up, and every is some of one.',
  },
  {
    file: 'functions/face/check/face-check.ts',
    was: 'lookedAt !== undefined && now < lookedAt + SPACING',
    becomes: '(now < lookedAt + SPACING)',
    reason: 'No time is before what is no number.',
  },
  {
    file: 'functions/face/check/face-check.ts',
    was: 'lookedAt !== undefined && now < lookedAt + SPACING',
    becomes: 'true && now < lookedAt + SPACING',
    reason: 'No time is before what is no number.',
  },
  {
    file: 'functions/messaging/compat/pushplus-request.ts',
    was: 'for (const [escaped] of text.matchAll(/(?:%[0-9a-f]{2})+/gi)) decodeURIComponent(escaped)',
    becomes: 'for (const [escaped] of text.matchAll(/(?:%[0-9a-f]{2})*/gi)) decodeURIComponent(escaped)',
    reason: 'Nothing is read as nothing; it only takes longer.',
  },
  {
    file: 'functions/messaging/sending/message.ts',
    was: 'if (text.length <= limit) return false',
    becomes: 'if ((text.length < limit)) return false',
    reason: 'The short way for what is short: a text of just that length is found short enough by counting it, too.',
  },
  {
    file: 'functions/payment/ledger/ledger.ts',
    was: "if (moved.reduce((sum, entry) => sum + entry.fen, 0) !== 0) throw new Error('ledger entries must sum to zero')",
    becomes:
      "if (moved.reduce((sum, entry) => (sum - entry.fen), 0) !== 0) throw new Error('ledger entries must sum to zero')",
    reason: 'A sum is zero when its negative is.',
  },
  {
    file: 'functions/verification/check/handed-on.ts',
    was: "return result.kind === 'refused' && result.notLookedUp ? 'not_used' : 'answered'",
    becomes: "return (result.notLookedUp) ? 'not_used' : 'answered'",
    reason: 'Only a refusal can say that nobody was looked up.',
  },
  {
    file: 'functions/verification/check/handed-on.ts',
    was: "return result.kind === 'refused' && result.notLookedUp ? 'not_used' : 'answered'",
    becomes: "return true && result.notLookedUp ? 'not_used' : 'answered'",
    reason: 'Only a refusal can say that nobody was looked up.',
  },
  {
    file: 'functions/verification/submission/checks-left.ts',
    was: 'return { leftToday, leftEver, ...(leftToday === 0 && leftEver > 0 && { nextAt: nextBeijingDay(now) }) }',
    becomes: 'return { leftToday, leftEver, ...((leftToday <= 0) && leftEver > 0 && { nextAt: nextBeijingDay(now) }) }',
    reason: 'Never less than none is left.',
  },
  {
    file: 'functions/verification/vendors/choice.ts',
    was: 'if (passed === NEVER) continue',
    becomes: 'if ((passed >= NEVER)) continue',
    reason: 'Nothing is later than never.',
  },
  {
    file: 'functions/verification/vendors/choice.ts',
    was: 'const ends = vendors.map(({ name }) => breakers[name]?.ordersAt ?? now)',
    becomes: 'const ends = vendors.map(({ name }) => (breakers[name]?.ordersAt))',
    reason:
      'With nothing among them the first of them is no number, which is later than no time: orders are open, as they are with now among them.',
  },
  {
    file: 'functions/verification/vendors/spend.ts',
    was: "question: Question = 'carrier_three_element',",
    becomes: 'question: Question,',
    reason: 'Every question costs the same but one.',
  },
]
