import type { Answer } from '../../../shared/http/answer.ts'
import type { Message } from '../sending/message.ts'
import { type DocumentLook, messageDocument } from './message-document.ts'

type Shown = Pick<Message, 'id' | 'template' | 'content'>

/**
 * GET /v1/messages/{id}/document. On its own it would be a page under our address that says whatever its sender likes, so a browser that
 * tells that it opens it as one (`Sec-Fetch-Dest`, which no page can change) goes to the page around it. `headers`: names in lower case.
 */
export const answerDocument = (
  message: Shown,
  look: DocumentLook,
  headers: Readonly<Record<string, string | undefined>>,
): Answer =>
  headers['sec-fetch-dest'] === 'document'
    ? { status: 302, headers: { location: `/shortMessage/${message.id}` } }
    : { status: 200, ...messageDocument(message, look) }
