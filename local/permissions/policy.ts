import type { StatementSpec } from '../template/policies.ts'
import { type Condition, type Context, conditionOf } from './condition.ts'
import { fitting } from './pattern.ts'

/** Something a function wants to do, as IAM sees it. */
export type Request = { action: string; resource: string; context: Context }

/** The least thing a statement allows: an action on a resource, in partitions whose keys fit a pattern where it says so. */
export type Permission = { action: string; resource: string; partition?: string }

type Pattern = { text: string; fits(text: string): boolean }

type Statement = {
  effect: 'Allow' | 'Deny'
  actions: readonly Pattern[]
  resources: readonly Pattern[]
  conditions: readonly Condition[]
  /** Of the partition keys it allows; undefined where it allows every one. */
  partitions: readonly Pattern[] | undefined
}

export const LEADING_KEYS = 'dynamodb:LeadingKeys'

const patternsOf = (texts: readonly string[]): Pattern[] => texts.map((text) => ({ text, fits: fitting(text) }))

/** IAM does not look at the case of an action. */
const actionsOf = (actions: readonly string[]): Pattern[] =>
  actions.map((text) => {
    const fits = fitting(text.toLowerCase())
    return { text, fits: (action) => fits(action.toLowerCase()) }
  })

const compiled = ({ effect, actions, resources, conditions }: StatementSpec): Statement => {
  const keys = conditions.find(({ key }) => key === LEADING_KEYS)?.values
  return {
    effect,
    actions: actionsOf(actions),
    resources: patternsOf(resources),
    conditions: conditions.map(conditionOf),
    partitions: keys && patternsOf(keys),
  }
}

const found = (patterns: readonly Pattern[], text: string): Pattern | undefined =>
  patterns.find(({ fits }) => fits(text))

/** What of a statement a request made use of; undefined where the statement does not speak of it. */
const usedOf = (statement: Statement, { action, resource, context }: Request): Permission[] | undefined => {
  const by = found(statement.actions, action)
  const on = by && found(statement.resources, resource)
  if (!on || !statement.conditions.every(({ holds }) => holds(context))) return undefined
  const permission = { action: by.text, resource: on.text }
  const partitions = (context[LEADING_KEYS] ?? []).flatMap((key) => found(statement.partitions ?? [], key) ?? [])
  return partitions.length > 0 ? partitions.map(({ text }) => ({ ...permission, partition: text })) : [permission]
}

/** Allowed through these permissions, forbidden by a statement, or spoken of by none. */
export type Decision = { kind: 'allowed'; by: readonly Permission[] } | { kind: 'denied' } | { kind: 'unmentioned' }

export type Policy = (request: Request) => Decision

/** Judges requests by statements. What one statement allows is not added to what another does: a request fits one as a whole. */
export const policyOf = (specs: readonly StatementSpec[]): Policy => {
  const statements = specs.map(compiled)
  const denying = statements.filter(({ effect }) => effect === 'Deny')
  const allowing = statements.filter(({ effect }) => effect === 'Allow')
  return (request) => {
    if (denying.some((statement) => usedOf(statement, request))) return { kind: 'denied' }
    for (const statement of allowing) {
      const by = usedOf(statement, request)
      if (by) return { kind: 'allowed', by }
    }
    return { kind: 'unmentioned' }
  }
}
