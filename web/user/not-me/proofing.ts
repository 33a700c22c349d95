import type { Answer } from 'shiming-client'

/** A verification as somebody sees it who was told of it. */
export type Proofing = Answer<'GET /v1/proofings/{id}'>
