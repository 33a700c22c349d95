import type { Answer } from 'shiming-client'

/** The level of an account, explained. */
export type Explained = Answer<'GET /v1/account/level'>
export type Way = Explained['ladder'][number]['ways'][number]
