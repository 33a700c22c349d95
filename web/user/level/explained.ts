import type { Answer } from 'shiming-client'

/** The level of an account, explained. */
export type Explained = Answer<'GET /v1/account/level'>
export type Rung = Explained['ladder'][number]
export type Way = Rung['ways'][number]
export type Source = Way['steps'][number]['source']
