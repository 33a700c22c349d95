import type { Answer, App } from 'shiming-client'

/** All apps of the account, and the rules for their names. */
export type Apps = Answer<'GET /v1/apps'>
export type NameRules = Apps['names']
export type AppKind = App['kind']
