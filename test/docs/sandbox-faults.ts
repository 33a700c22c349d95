import type { AlibabaEffect } from '../../functions/sandbox/alibaba-cloud/faults.ts'
import { errors as alipayErrors } from '../../functions/sandbox/alipay/errors.ts'
import type { AlipayEffect } from '../../functions/sandbox/alipay/faults.ts'
import type { BankEffect, BankRefusal, BankStanding } from '../../functions/sandbox/bank/faults.ts'
import type { FileFault, rowFaults } from '../../functions/sandbox/bill/faults.ts'
import type { Breaking } from '../../functions/sandbox/cloud.ts'
import type { notificationFaults } from '../../functions/sandbox/delivery/faults.ts'
import { faultModes } from '../../functions/sandbox/faults.ts'
import type { TencentEffect } from '../../functions/sandbox/tencent-cloud/faults.ts'
import type { WeChatEffect } from '../../functions/sandbox/wechat/faults.ts'
import { errors as wechatPayErrors } from '../../functions/sandbox/wechat-pay/errors.ts'
import type { WeChatPayEffect } from '../../functions/sandbox/wechat-pay/faults.ts'
import { DAY } from '../../shared/kernel/time.ts'

type Effect = WeChatPayEffect | AlipayEffect | TencentEffect | AlibabaEffect | WeChatEffect | BankEffect
type Told<E extends { does: string }> = { [does in E['does']]: (effect: Extract<E, { does: does }>) => string }

const files: Record<FileFault, string> = {
  damaged: 'the bill is cut off in the middle',
  wrong_hash: 'the hash is not that of the bill',
  wrong_totals: 'the totals are not those of the rows',
  other_tills: 'another till on the same merchant account has rows in it',
}

const rows: Record<keyof typeof rowFaults, string> = {
  missing_row: 'the row is missing from the bill',
  extra_row: 'a row is added that nobody here knows',
  amount_differs: 'the row has another amount',
}

const notifications: Record<keyof typeof notificationFaults, string> = {
  drop: 'the notification never comes',
  duplicate: 'it comes twice',
  signtest: 'a probe with a wrong signature comes first',
}

/** What a channel or a vendor answers in place of what it should, in its own codes. */
const refusal = (effect: { error: string }): string => {
  const channels: Readonly<Record<string, { status?: number; code: string; sub_code?: string } | undefined>> = {
    ...alipayErrors,
    ...wechatPayErrors,
  }
  const { status, code, sub_code } = channels[effect.error] ?? { code: effect.error }
  return [status, code, sub_code].filter((part) => part !== undefined).join(' ')
}

const broken: Record<Breaking['how'], string> = {
  http_500: 'it answers HTTP 500',
  html: 'a page comes instead of an answer',
  truncated: 'the answer breaks off',
  slow: 'the answer comes too late',
}

const ledBack: Record<Extract<WeChatEffect, { does: 'lead_back' }>['how'], string> = {
  asks: 'WeChat’s own browser shows the page on which its user allows or refuses, as any other does without being told to',
  snapshot: 'the page was opened as a copy, whose user is nobody',
  twice: 'the way back is opened, and a moment later once more',
  denied: 'the browser comes back without a code',
  used: 'the code it brings was used before',
}

const results: Record<Extract<TencentEffect, { does: 'result' }>['result'], string> = {
  busy: 'the register is busy, nothing is done',
  daily_limit: 'checked too often today',
  unsupported_segment: 'the segment of the number is not supported, where the question is about one',
  unlisted: 'a result that is in no document',
}

/** What the documents say of results of Cloudauth that a fault may ask for; of numbers alone. */
const documented: Readonly<Record<string, string>> = {
  '1.102': 'of a number: it was given to somebody else since (`BizCode` 1, `SubCode` 102)',
  '1.103': 'of a number: perhaps it was, which is not known yet (`SubCode` 103)',
  '3.301': 'of a number: nobody has it (`BizCode` 3, `SubCode` 301)',
}

const warned: Record<Extract<TencentEffect, { does: 'warn' }>['of'], string> = {
  invalid_date: 'read, and warned of: no validity that cards are issued with',
  cut: 'read, and warned of: an edge is missing',
  covered: 'read, and warned of: something lies on the card',
  copy: 'read, and warned of: a copy',
  grey_copy: 'read, and warned of: a copy without colours',
  screen: 'read, and warned of: taken of a screen',
  edited: 'read, and warned of: edited',
  glaring: 'read, and warned of: light on the card',
  temporary: 'a temporary card',
  blurred: 'read, and warned of: blurred',
  electronic: 'read, and warned of by `RecognizeValidIDCardOCR`: an electronic card',
  unheard_of: 'read, and warned of by a code that is in no document',
}

const notTaken: Record<BankRefusal, string> = {
  account_unknown: 'there is no such account',
  busy: 'the bank is busy',
  no_balance: 'there is nothing left to transfer',
  quota_used: 'as many transfers were made as may be',
  not_authorised: 'we may not have it transfer',
}

const stands: Record<BankStanding, string> = {
  under_way: 'the transfer is still under way',
  arrived: 'it arrived',
  failed: 'it came back',
  unknown: 'nobody can say how it stands',
}

const effects: Told<Effect> = {
  refuse: (effect) => `refused with \`${refusal(effect)}\`, nothing is done`,
  execute_then_refuse: (effect) => `done, and answered with \`${refusal(effect)}\``,
  sign_wrongly: () => 'done, and the answer has a wrong signature',
  leave_unsigned: () => 'done, and the answer has no signature',
  end_refund: ({ ends, settlesMs }) =>
    `the refund ends as \`${ends}\`${settlesMs === undefined ? '' : ` after ${settlesMs / DAY} days`}`,
  say_state: ({ word }) =>
    word === null ? 'the refund is found without a state' : `the refund's state is \`${word}\``,
  spoil_bill: ({ file }) => files[file],
  break: (effect) =>
    'how' in effect
      ? `${broken[effect.how]}; ${effect.execute ? 'it was done, and is billed' : 'nothing was done'}`
      : 'a page comes instead of an answer, and nothing is done',
  pend_refund: () => 'accepted, and the money moves later',
  tell_unionid: () => 'the user follows the service account, so that `unionid` is told too',
  only_accept: () => 'accepted, and nothing is done',
  hide_refund: () => 'answered without a word about the refund',
  result: ({ result }) => results[result],
  say_result: ({ bizCode, subCode }) =>
    documented[`${bizCode}.${subCode}`] ?? `\`BizCode\` ${bizCode}, of a face \`Passed\` X, which is in no document`,
  return: ({ code }) => `refused with \`Code\` ${code}, nothing is done`,
  turn_away: ({ code }) => `refused by the gateway with \`${code}\`, nothing is done`,
  error: ({ code }) => `refused with \`${code}\`, nothing is done`,
  other_person: () => 'what it confirms is another challenge of another person',
  refuse_transfer: ({ result }) => `refused with \`${result}\`: ${notTaken[result]}; nothing is transferred`,
  arrive_otherwise: () => 'another amount arrives than was asked for',
  stand: ({ status }) => stands[status],
  lead_back: ({ how }) => ledBack[how],
  say: ({ errcode }) => `\`errcode\` ${errcode} in place of an answer, and the code stays good`,
  spoil_answer: ({ how }) => `${broken[how]}; the code is used by then`,
  status: ({ code }) => `refused for this number with \`${code}\``,
  warn: ({ of }) => warned[of],
  fate: ({ fate }) =>
    fate.kind === 'fails'
      ? `taken, and does not arrive: the carrier says \`${fate.code}\``
      : 'taken, and neither arrives nor gets a receipt',
}

const told = (mode: string, effect: unknown): string => {
  if (typeof effect === 'object' && effect !== null && 'does' in effect) {
    const tell: (effect: never) => string = effects[(effect as Effect).does]
    return tell(effect as never)
  }
  return { ...rows, ...notifications }[mode as keyof typeof rows | keyof typeof notifications]
}

/** What a fault of a target is meant for, by `subject`. */
const subjectOf = (target: string): string => {
  if (target.endsWith('_bill_row')) return "the merchant's number in the row"
  if (target.endsWith('_bill') || target.endsWith('_bill_download')) return 'the day, YYYYMMDD'
  if (target === 'tencent_ocr') return 'none'
  if (target.endsWith('_company')) return 'a credit code'
  if (target === 'sandbox_bank_transfer') return 'the number of an account'
  if (target === 'sandbox_bank_look') return 'none'
  if (target.startsWith('wechat_') && !target.startsWith('wechat_pay_')) return 'none'
  return target.startsWith('tencent_') || target.startsWith('alibaba_') ? 'a phone number' : 'an `outTradeNo`'
}

/** A row for every mode of every target. */
export const faultRows = (): string[] =>
  Object.entries(faultModes).flatMap(([target, modes]) =>
    Object.entries(modes).map(
      ([mode, effect], at) =>
        `| ${at === 0 ? `\`${target}\`` : ''} | \`${mode}\` | ${told(mode, effect)} | ${at === 0 ? subjectOf(target) : ''} |`,
    ),
  )
