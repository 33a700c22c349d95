import { dashed } from '../cloud.ts'

/** What is answered: a result, an action's own code (HTTP 200 too), or the gateway's refusal. `said`: all of it beside the id, where it is not as most. */
export type AlibabaReply =
  | { kind: 'done'; result: Record<string, string> }
  | { kind: 'said'; said: Record<string, unknown> }
  | { kind: 'returned'; code: string; message: string }
  | { kind: 'refused'; status: 400 | 401 | 403 | 404 | 500; code: string; message: string }

export const returned = (code: string, message: string): AlibabaReply => ({ kind: 'returned', code, message })

type Refused = Extract<AlibabaReply, { kind: 'refused' }>

export const refused = (status: Refused['status'], code: string, message: string): Refused => ({
  kind: 'refused',
  status,
  code,
  message,
})

export const statusOf = (reply: AlibabaReply): number => (reply.kind === 'refused' ? reply.status : 200)

/** The text of an answer. */
export const answerText = (reply: AlibabaReply, id: string, host: string): string => {
  const RequestId = dashed(id).toUpperCase()
  if (reply.kind === 'done')
    return JSON.stringify({ Message: 'success', RequestId, Code: '200', ResultObject: reply.result })
  if (reply.kind === 'said') return JSON.stringify({ ...reply.said, RequestId })
  const said = { Message: reply.message, RequestId, Code: reply.code }
  return JSON.stringify(reply.kind === 'refused' ? { ...said, HostId: host } : said)
}
