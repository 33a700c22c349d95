import { type Element, type PersonOutcome, people, personWith } from '../people.ts'
import { type Evidence, type Finding, lookUp, malformed } from '../register/look-up.ts'
import type { AlibabaCloudSandbox } from '../sandbox.ts'
import { recordCall } from '../vendor-calls.ts'
import type { AlibabaEffect } from './faults.ts'
import { type AlibabaReply, returned } from './reply.ts'

/** Parameters of an action, from form or query. */
export type Parameters = Readonly<Record<string, string | undefined>>

type Action = { takes: readonly string[]; always: Readonly<Record<string, string>>; hasSubCode: boolean }

const person = ['IdentifyNum', 'UserName']

/** Actions of Cloudauth 2019-03-07: what each has to be given, and what of it can only be this here. */
const actions = {
  Mobile3MetaSimpleVerify: { takes: [...person, 'Mobile'], always: { ParamType: 'normal' }, hasSubCode: false },
  Mobile3MetaDetailVerify: { takes: [...person, 'Mobile'], always: { ParamType: 'normal' }, hasSubCode: true },
  Id2MetaVerify: { takes: person, always: { ParamType: 'normal' }, hasSubCode: false },
  MobileRecycledMetaVerify: { takes: ['Mobile', 'RegisterDate'], always: { ParamType: 'normal' }, hasSubCode: true },
  BankMetaVerify: {
    takes: [...person, 'Mobile', 'BankCard'],
    always: { ParamType: 'normal', VerifyMode: 'VERIFY_BANK_CARD', ProductType: 'BANK_CARD_4_META' },
    hasSubCode: true,
  },
} as const satisfies Record<string, Action>

export type CloudauthAction = keyof typeof actions

/** BizCode and SubCode, or the return code of the action, and whether it takes its time. */
export type Verdict = ({ biz: string; sub: string } | { code: string; message: string }) & { slow?: true }

const EMPTY: Verdict = { code: '400', message: '参数不能为空' }
const WRONG: Verdict = { code: '401', message: '参数非法' }

/** SubCode of a carrier by what differs. */
const ofCarrier = (differs: readonly Element[] | undefined): string => {
  if (differs?.includes('phone')) return '201'
  if (differs?.includes('idNumber')) return '202'
  return differs?.includes('name') ? '203' : '204'
}

/** The same of a bank, which knows the holder and the phone that the holder named. */
const ofBank = (differs: readonly Element[] | undefined): string =>
  differs?.includes('phone') ? '214' : differs ? '201' : '215'

const judged = (action: CloudauthAction, { outcome, differs }: Finding): Verdict => {
  const isBank = action === 'BankMetaVerify'
  switch (outcome) {
    case 'match':
    case 'alibaba_cloud_only':
      return { biz: '1', sub: '101' }
    // Late, and by then it has been done and charged.
    case 'timeout_after_sending':
      return { biz: '1', sub: '101', slow: true }
    case 'mismatch':
      return { biz: '2', sub: isBank ? ofBank(differs) : ofCarrier(differs) }
    case 'no_record':
      return { biz: isBank ? '2' : '3', sub: isBank ? '201' : '301' }
    case 'card_lost':
      return { biz: '2', sub: '210' }
    case 'card_not_offered':
      return { biz: '2', sub: '212' }
    case 'card_expired':
      return { biz: '2', sub: '203' }
    case 'card_asleep':
      return { biz: '2', sub: '208' }
    case 'card_locked':
      return { biz: '2', sub: '211' }
    case 'card_not_online':
      return { biz: '2', sub: '202' }
    case 'vendor_busy':
      return { code: '402', message: '权威源服务异常' }
    case 'daily_limit':
      return { code: '403', message: '异常重复调用' }
    case 'unsupported_segment':
      return { code: '405', message: '号段不支持' }
  }
}

/** Outcomes that are about whether somebody's data belong together. */
const aboutNobody: readonly PersonOutcome[] = ['match', 'mismatch', 'no_record', 'alibaba_cloud_only']

/** Numbers of the catalogue stay with whom they are of, until a fault says otherwise; any other is out of use. */
const recycled = ({ Mobile: phone = '', RegisterDate: day = '' }: Parameters): Verdict => {
  if (!/^1[3-9]\d{9}$/.test(phone) || !/^(?:19|20)\d{6}$/.test(day)) return WRONG
  const person = people.find((one) => one.phone === phone)
  if (!person) return { biz: '3', sub: '301' }
  return aboutNobody.includes(person.outcome) ? { biz: '1', sub: '101' } : judged('MobileRecycledMetaVerify', person)
}

/** The vendor's verdict on what it was given. */
export const verdict = (action: CloudauthAction, parameters: Parameters): Verdict => {
  const { takes, always }: Action = actions[action]
  if ([...takes, ...Object.keys(always)].some((name) => !parameters[name])) return EMPTY
  if (Object.entries(always).some(([name, only]) => parameters[name] !== only)) return WRONG
  if (action === 'MobileRecycledMetaVerify') return recycled(parameters)
  const { IdentifyNum: idNumber = '', UserName: name = '', Mobile: phone, BankCard: card } = parameters
  const evidence: Evidence = {
    ...{ idNumber, name },
    ...(takes.includes('Mobile') && phone !== undefined && { phone }),
    ...(takes.includes('BankCard') && card !== undefined && { card }),
  }
  const wrong = malformed(evidence)
  if (wrong === 'card') return { biz: '3', sub: '304' }
  return wrong ? WRONG : judged(action, lookUp(evidence))
}

/** Which phone a call is about, for faults meant for one person; undefined when it says none of anybody. */
export const phoneIn = ({ Mobile, IdentifyNum = '' }: Parameters): string | undefined =>
  Mobile ?? personWith(IdentifyNum)?.phone

const effected = (verdictOf: Verdict, effect: AlibabaEffect | undefined): Verdict => {
  if (effect?.does === 'return') return { code: effect.code, message: effect.message }
  return effect?.does === 'say_result' ? { biz: effect.bizCode, sub: effect.subCode } : verdictOf
}

/** Performs an action. Counted, and charged if the vendor would, before it answers. */
const perform = async (
  sandbox: AlibabaCloudSandbox,
  action: CloudauthAction,
  parameters: Parameters,
  effect: AlibabaEffect | undefined,
): Promise<AlibabaReply> => {
  const said = effected(verdict(action, parameters), effect)
  const { hasSubCode } = actions[action]
  const result = 'code' in said ? said.code : hasSubCode ? `${said.biz}.${said.sub}` : said.biz
  const billed = 'biz' in said && ['1', '2'].includes(said.biz) ? 1 : 0
  await recordCall(sandbox, { vendor: 'alibaba_cloudauth', phone: phoneIn(parameters) ?? '', result, billed })
  if (said.slow) await sandbox.pause(sandbox.settings.slowAnswerMs)
  if ('code' in said) return returned(said.code, said.message)
  const isOfPhone = action.startsWith('Mobile')
  return {
    kind: 'done',
    result: { BizCode: said.biz, ...(isOfPhone && { IspName: 'CTCC' }), ...(hasSubCode && { SubCode: said.sub }) },
  }
}

/** The actions by name, as the gateway finds them. */
export const cloudauthActions = Object.fromEntries(
  (Object.keys(actions) as CloudauthAction[]).map((action) => [
    action,
    (sandbox: AlibabaCloudSandbox, parameters: Parameters, effect: AlibabaEffect | undefined) =>
      perform(sandbox, action, parameters, effect),
  ]),
)
