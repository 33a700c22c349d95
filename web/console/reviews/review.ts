import type { Answer } from 'shiming-client'

/** A case in a list, and one as it is opened. */
export type ReviewRow = Answer<'GET /v1/operator/reviews'>['reviews'][number]
export type Review = Answer<'GET /v1/operator/reviews/{id}'>
