import type { Answer } from 'shiming-client'

/** An application for certification as the console reads it, and whom it is about in the clear. */
export type Certification = Answer<'GET /v1/operator/accounts/{account}/applications/{id}'>
export type People = Answer<'POST /v1/operator/accounts/{account}/applications/{id}/looks'>
export type Round = Certification['rounds'][number]
export type Filling = Round['was']
