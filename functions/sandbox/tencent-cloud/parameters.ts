import * as z from 'zod/mini'
import { failed, type TencentReply } from './reply.ts'

export type Parameters<T> = { ok: true; value: T } | { ok: false; reply: TencentReply }

const issueReply = (issue: z.core.$ZodIssue | undefined): TencentReply => {
  const name = String(issue?.path[0] ?? '')
  if (issue?.code === 'unrecognized_keys')
    return failed('UnknownParameter', `The parameter \`${issue.keys[0]}\` is not recognized.`)
  if (issue?.code === 'invalid_type' && issue.input === undefined)
    return failed('MissingParameter', `The request is missing a required parameter \`${name}\`.`)
  return failed('InvalidParameter', `The value of the parameter \`${name}\` is not valid.`)
}

/** The parameters of an action out of its JSON body, or the common error that names the first wrong one. */
export const readParameters = <T>(schema: z.ZodMiniType<T>, rawBody: Buffer): Parameters<T> => {
  let json: unknown
  try {
    json = JSON.parse(rawBody.toString('utf8'))
  } catch {
    return { ok: false, reply: failed('InvalidParameter', 'The request body is not valid JSON.') }
  }
  const parsed = z.safeParse(schema, json, { reportInput: true })
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, reply: issueReply(parsed.error.issues[0]) }
}
