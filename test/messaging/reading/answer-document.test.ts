import { describe, expect, it } from 'vitest'
import { answerDocument } from '../../../functions/messaging/reading/answer-document.ts'

const message = { id: '0'.repeat(32), template: 'txt', content: 'x' } as const
const look = { theme: 'light', size: 'normal', pictures: 'shown' } as const

const answered = (destination: string | undefined) =>
  answerDocument(message, look, { ...(destination && { 'sec-fetch-dest': destination }) })

describe('the document of a message', () => {
  it('is answered to a frame, and to whoever does not say what it is for', () => {
    for (const destination of ['iframe', undefined])
      expect(answered(destination), destination).toMatchObject({ status: 200, text: expect.stringContaining('x') })
  })

  it('is no page of its own: who opens it as one is led to the page that says who sent it', () => {
    expect(answered('document')).toEqual({ status: 302, headers: { location: `/shortMessage/${message.id}` } })
  })
})
