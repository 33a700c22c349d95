import { describe, expect, it } from 'vitest'
import { isOperatorName, isReservedName } from '../../functions/operators/operator.ts'
import { isOwn } from '../../functions/operators/proposals/proposal.ts'
import { functions } from '../../infra/functions.ts'
import { sandboxFunctions } from '../../infra/purposes/sandbox.ts'
import { filesLike, textOf } from '../docs/repository.ts'

const SERVICE = /(?<![\w.])doers\.service\('([^']+)'\)/g

describe('a name by which records call something of the service', () => {
  it('is reserved: that of every function, and all that does something by itself', () => {
    const services = filesLike('{functions,infra}/**/*.ts').flatMap((file) =>
      [...textOf(file).matchAll(SERVICE)].map(([, name = '']) => name),
    )
    expect(services).toContain('command-line')
    const names = [...services, ...Object.keys(functions), ...Object.keys(sandboxFunctions)]
    expect(names.filter((name) => isOperatorName(name) && !isReservedName(name))).toEqual([])
  })

  it.each(['lin', 'face', 'wallet', 'chen-li', 'commander', 'payments.li'])('is not that of a person: %s', (name) => {
    expect(isReservedName(name)).toBe(false)
  })
})

describe('what somebody asked for', () => {
  it('is their own also where a key of their name asked for it, in capitals or not', () => {
    const by = { kind: 'operator_key', id: 'Lin' } as const
    expect(isOwn({ by }, { kind: 'operator', id: 'lin' })).toBe(true)
    expect(isOwn({ by }, { kind: 'operator', id: 'chen' })).toBe(false)
  })
})
