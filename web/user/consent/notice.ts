import type { Answer } from 'shiming-client'

/** A notice on the use of personal data, in one language. */
export type Notice = Answer<'GET /v1/offers'>['consent']

/** Names the very text that is shown: what is agreed to is that and no other. */
export const noticeName = ({ version, language }: Notice): string => `${version} ${language}`
