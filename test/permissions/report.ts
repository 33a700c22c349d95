import { LEADING_KEYS, type Permission } from '../../local/permissions/policy.ts'
import { textOf, type UseLine } from '../../local/permissions/uses.ts'
import type { RoleSpec, StatementSpec } from '../../local/template/policies.ts'

/** What of a system counts here. */
type Roles = { functions: readonly { name: string; role: string }[]; roles: readonly RoleSpec[] }

/** A permission of a function, in words short enough to read. */
export type Held = { fn: string; permission: string }

/** A permission that no test can use, and why the function has it all the same. */
export type Argued = Held & { reason: string }

/** What the tests made of the permissions. */
export type Report = {
  held: readonly Held[]
  unused: readonly Held[]
  /** Arguments about permissions that a test uses, or that nobody has. */
  stale: readonly Argued[]
}

/** `dynamodb:GetItem table ORDER#*`, `sqs:SendMessage checks`. */
export const shortened = (permission: string): string =>
  permission
    .replace(/ arn:\S*?:(log-group:|secret:)/, ' $1')
    .replace(/ arn:\S*:/, ' ')
    .replaceAll(/shiming[-/]sandbox[-/]/g, '')
    .replace(/table\/(?:data|(sandbox))-Table[0-9A-F]+/, (_, own = '') => `${own && 'sandbox '}table`)

/** Every permission that statements give, one by one. */
export const permissionsIn = (specs: readonly StatementSpec[]): Permission[] =>
  specs
    .filter(({ effect }) => effect === 'Allow')
    .flatMap(({ actions, resources, conditions }) => {
      const partitions = conditions.find(({ key }) => key === LEADING_KEYS)?.values
      return actions.flatMap((action) =>
        resources.flatMap((resource): Permission[] =>
          partitions ? partitions.map((partition) => ({ action, resource, partition })) : [{ action, resource }],
        ),
      )
    })

const nameOf = ({ fn, permission }: Held): string => `${fn} ${permission}`

const heldIn = ({ functions, roles }: Roles): Held[] =>
  functions.flatMap(({ name, role }) => {
    const statements = roles.find(({ arn }) => arn === role)?.statements ?? []
    return permissionsIn(statements).map((one) => ({ fn: name, permission: shortened(textOf(one)) }))
  })

/** Holds every permission of every function against what was used. */
export const reportOn = (system: Roles, uses: readonly UseLine[], argued: readonly Argued[]): Report => {
  const used = new Set(
    uses.flatMap((line) => ('used' in line ? [nameOf({ fn: line.fn, permission: shortened(line.used) })] : [])),
  )
  const held = heldIn(system)
  const idle = new Set(held.map(nameOf).filter((name) => !used.has(name)))
  const excused = new Set(argued.map(nameOf))
  return {
    held,
    unused: held.filter((one) => idle.has(nameOf(one)) && !excused.has(nameOf(one))),
    stale: argued.filter((one) => !idle.has(nameOf(one))),
  }
}
