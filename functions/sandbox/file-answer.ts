import type { Answer } from '../../shared/http/answer.ts'
import type { endpoint } from '../../shared/http/endpoint.ts'

const ENCODING = 'content-transfer-encoding'

/** Bytes as an answer: the HTTP stack answers text only, so they go through it as base64 and are marked. */
export const fileAnswer = (bytes: Buffer, type: string): Answer => ({
  status: 200,
  headers: { 'content-type': type, [ENCODING]: 'base64' },
  text: bytes.toString('base64'),
})

/** Tells the gateway which answers are files, so that it sends their bytes. */
export const sendingFiles = (handler: ReturnType<typeof endpoint>): ReturnType<typeof endpoint> =>
  handler.after(({ response }) => {
    if (response?.headers?.[ENCODING] === undefined) return
    delete response.headers[ENCODING]
    response.isBase64Encoded = true
  })
