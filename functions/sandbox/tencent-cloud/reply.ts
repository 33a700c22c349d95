import { dashed } from '../cloud.ts'
import type { SignatureError } from './tc3.ts'

/** What an action answers: members of `Response`, or the error there. Both travel with HTTP 200. */
export type TencentReply =
  | { kind: 'done'; members: Record<string, unknown> }
  | { kind: 'failed'; code: string; message: string }

export const failed = (code: string, message: string): TencentReply => ({ kind: 'failed', code, message })

const signatureMessages: Record<SignatureError, string> = {
  'AuthFailure.InvalidAuthorization': 'The `Authorization` in the request header is not standard.',
  'AuthFailure.SecretIdNotFound': 'The SecretId is not found, please ensure that your SecretId is correct.',
  'AuthFailure.SignatureExpire': 'The signature has expired. Please check that your clock is right.',
  'AuthFailure.SignatureFailure':
    'The provided credentials could not be validated. Please check your signature is correct.',
}

export const signatureFailed = (error: SignatureError): TencentReply => failed(error, signatureMessages[error])

/** The text of an answer. */
export const responseText = (reply: TencentReply, requestId: string): string => {
  const said = reply.kind === 'done' ? reply.members : { Error: { Code: reply.code, Message: reply.message } }
  return JSON.stringify({ Response: { ...said, RequestId: dashed(requestId) } })
}
