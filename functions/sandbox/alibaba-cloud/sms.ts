import { beijingDay, DAY, HOUR, type Millis } from '../../../shared/kernel/time.ts'
import type { AlibabaCloudSandbox } from '../sandbox.ts'
import { isNews, newsText, resultTemplates } from '../texts/templates.ts'
import { reportedAt, type SentText, sentBy, takeText } from '../texts/texts.ts'
import { recordCall } from '../vendor-calls.ts'
import type { AlibabaEffect } from './faults.ts'
import { type AlibabaReply, returned } from './reply.ts'

/** Parameters of an action, from form or query. */
type Parameters = Readonly<Record<string, string | undefined>>

const numberOf = (text: string | undefined): string | undefined =>
  /^(?:\+86|0086|86)?(1[3-9]\d{9})$/.exec(text ?? '')?.[1]

/** Which phone a call is about, for faults meant for one person. */
export const phoneIn = ({ PhoneNumbers, PhoneNumber }: Parameters): string | undefined =>
  numberOf(PhoneNumbers ?? PhoneNumber)

/** The variables of a template as they are sent; undefined where they are no JSON object of texts. */
const variablesIn = (json: string | undefined): Record<string, string> | undefined => {
  try {
    const read: unknown = JSON.parse(json ?? '')
    const isObject = typeof read === 'object' && read !== null && !Array.isArray(read)
    return isObject && Object.values(read).every((one) => typeof one === 'string') ? Object(read) : undefined
  } catch {
    return undefined
  }
}

/** A template of verification codes has the code as its only variable. */
const templateFault = (variables: Record<string, string>): AlibabaReply | undefined => {
  const { code, ...others } = variables
  if (code === undefined) return returned('isv.TEMPLATE_MISSING_PARAMETERS', '模板变量中存在未赋值变量')
  if (Object.keys(others).length > 0)
    return returned('template_parameter_count_illegal', '验证码模板仅支持一个验证码作为变量')
  if (!/^\d{4,6}$/.test(code))
    return returned('isv.TEMPLATE_PARAMS_ILLEGAL', '传入的变量内容和实际申请模板时变量所选择的属性类型不配')
  return undefined
}

/** A template of results has `result` as its only variable. */
const newsFault = ({ result, ...others }: Record<string, string>): AlibabaReply | undefined => {
  if (result === undefined) return returned('isv.TEMPLATE_MISSING_PARAMETERS', '模板变量中存在未赋值变量')
  if (Object.keys(others).length > 0 || !isNews(result))
    return returned('isv.TEMPLATE_PARAMS_ILLEGAL', '传入的变量内容和实际申请模板时变量所选择的属性类型不配')
  return undefined
}

const tellsResult = ({ TemplateCode }: Parameters): boolean => TemplateCode === resultTemplates.alibaba_sms

const known = ['PhoneNumbers', 'SignName', 'TemplateCode', 'TemplateParam', 'OutId', 'SmsUpExtendCode']

/** What is wrong with a text, if anything is. */
const faultIn = ({ alibabaCloud }: AlibabaCloudSandbox, parameters: Parameters): AlibabaReply | undefined => {
  const unknown = Object.keys(parameters).find((name) => !known.includes(name))
  if (unknown) return returned('isv.INVALID_PARAMETERS', `参数格式不正确: ${unknown}`)
  const { PhoneNumbers = '', SignName, TemplateCode, TemplateParam } = parameters
  if (PhoneNumbers.split(',').length > 1000) return returned('isv.MOBILE_COUNT_OVER_LIMIT', '手机号码数量超过限制')
  if (!numberOf(PhoneNumbers)) return returned('isv.MOBILE_NUMBER_ILLEGAL', '手机号码格式错误')
  if (SignName !== alibabaCloud.smsSignName) return returned('isv.SMS_SIGNATURE_ILLEGAL', '该账号下找不到对应签名')
  if (TemplateCode !== alibabaCloud.smsTemplateCode && !tellsResult(parameters))
    return returned('isv.SMS_TEMPLATE_ILLEGAL', '该账号下找不到对应模板')
  const variables = variablesIn(TemplateParam)
  const judged = tellsResult(parameters) ? newsFault : templateFault
  return variables ? judged(variables) : returned('isv.INVALID_JSON_PARAM', '参数格式错误，请修改为字符串值')
}

/** SendSms (version 2017-05-25), for one number. Counted before it is answered. */
const sendSms = async (
  sandbox: AlibabaCloudSandbox,
  parameters: Parameters,
  effect: AlibabaEffect | undefined,
): Promise<AlibabaReply> => {
  const phone = phoneIn(parameters) ?? ''
  const wrong =
    faultIn(sandbox, parameters) ?? (effect?.does === 'return' ? returned(effect.code, effect.message) : undefined)
  const result = wrong?.kind === 'returned' ? wrong.code : 'OK'
  await recordCall(sandbox, { vendor: 'alibaba_sms', phone, result, billed: wrong ? 0 : 1 })
  if (wrong) return wrong
  const { SignName = '', TemplateCode: template = '', OutId: given = '' } = parameters
  const { code = '', result: news = '' } = variablesIn(parameters.TemplateParam) ?? {}
  const at = sandbox.clock.now()
  const serial = `${BigInt(`0x${sandbox.ids.id()}`)}^0`
  const codeText = `【${SignName}】您的验证码为${code}，5分钟内有效。如非本人操作，请忽略本短信。`
  const text = tellsResult(parameters) ? newsText(SignName, news) : codeText
  const fate = effect?.does === 'fate' ? effect.fate : ({ kind: 'arrives' } as const)
  await takeText(sandbox, 'alibaba_sms', { serial, given, phone, text, template, code, at, fate })
  return { kind: 'said', said: { Message: 'OK', BizId: serial, Code: 'OK' } }
}

/** As this vendor writes times, in Beijing. */
const timeText = (at: Millis): string => new Date(at + 8 * HOUR).toISOString().slice(0, 19).replace('T', ' ')

const detailOf = (text: SentText, now: Millis) => {
  const reported = reportedAt(text, now)
  const { fate } = text
  const waiting = { SendStatus: 1 }
  const ended =
    fate.kind === 'fails'
      ? { SendStatus: 2, ErrCode: fate.code }
      : { SendStatus: 3, ErrCode: 'DELIVERED', ReceiveDate: timeText(reported ?? now) }
  return {
    PhoneNum: text.phone,
    SendDate: timeText(text.at),
    TemplateCode: text.template,
    Content: text.text,
    ...(text.given && { OutId: text.given }),
    ...(reported === undefined ? waiting : ended),
  }
}

/** Texts are found for so long. */
const QUERIED: Millis = 30 * DAY

const inRange = (text: string | undefined, most: number): boolean =>
  /^\d{1,6}$/.test(text ?? '') && Number(text) >= 1 && Number(text) <= most

/** QuerySendDetails: the texts of one number on one day in Beijing, newest first. */
const querySendDetails = async (
  sandbox: AlibabaCloudSandbox,
  parameters: Parameters,
  effect: AlibabaEffect | undefined,
): Promise<AlibabaReply> => {
  if (effect?.does === 'return') return returned(effect.code, effect.message)
  const { SendDate = '', PageSize, CurrentPage, BizId } = parameters
  const phone = numberOf(parameters.PhoneNumber)
  const now = sandbox.clock.now()
  if (!phone) return returned('isv.MOBILE_NUMBER_ILLEGAL', '手机号码格式错误')
  const isDay = /^\d{8}$/.test(SendDate) && SendDate >= beijingDay(now - QUERIED) && SendDate <= beijingDay(now)
  if (!isDay || !inRange(PageSize, 50) || !inRange(CurrentPage, 1_000_000))
    return returned('isv.INVALID_PARAMETERS', '参数格式不正确')
  const taken = (await sentBy(sandbox, 'alibaba_sms', phone)).filter(
    ({ at, serial }) => beijingDay(at) === SendDate && (BizId === undefined || BizId === serial),
  )
  const from = (Number(CurrentPage) - 1) * Number(PageSize)
  const SmsSendDetailDTO = taken.slice(from, from + Number(PageSize)).map((text) => detailOf(text, now))
  return {
    kind: 'said',
    said: { TotalCount: String(taken.length), Message: 'OK', SmsSendDetailDTOs: { SmsSendDetailDTO }, Code: 'OK' },
  }
}

export const smsActions = { SendSms: sendSms, QuerySendDetails: querySendDetails }
