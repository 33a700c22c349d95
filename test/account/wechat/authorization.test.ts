import { describe, expect, it } from 'vitest'
import {
  type Authorization,
  type AuthorizationStatus,
  authorizationStatuses,
  authorizationTransitions,
  endOf,
  judgeCallback,
  keptUntil,
  newAuthorization,
  pageAfter,
} from '../../../functions/account/wechat/authorization.ts'
import {
  authorizationClaimed,
  authorizationEnded,
  authorizationKey,
  authorizationOpened,
} from '../../../functions/account/wechat/authorization-store.ts'
import { MINUTE, SECOND } from '../../../shared/kernel/time.ts'
import { NOON } from '../../kit.ts'
import { itObeys, type Machine, reachable } from '../../state-moves.ts'

const [MINE, ANOTHER, LATER] = ['SESSION#mine', 'SESSION#another', 'SESSION#zzz']
const open = newAuthorization(MINE, NOON)
const exchanging: Authorization = { ...open, status: 'exchanging', since: NOON + SECOND }
const ended: Authorization = { ...exchanging, status: 'ended', end: 'done' }

const key = authorizationKey('a', 'state')

const machine: Machine<AuthorizationStatus, (typeof authorizationTransitions)[number]['on']> = {
  table: authorizationTransitions,
  states: authorizationStatuses,
  itemIn: (status) => authorizationOpened(key, { ...open, status }),
  writes: { claimed: () => authorizationClaimed(key, NOON), ended: () => authorizationEnded(key, 'done') },
}

describe('P4 M1 states of a WeChat authorization', () => {
  it('can all be reached', () => {
    expect(reachable(authorizationTransitions, 'open')).toEqual(['ended', 'exchanging', 'open'])
  })

  itObeys(machine)
})

describe('whoever comes back from WeChat', () => {
  const judge = (of: Authorization | undefined, now: number, brings: 'code' | 'nothing' = 'code', session = MINE) =>
    judgeCallback(of, session, brings, now)

  it('with a code has it exchanged, for ten minutes', () => {
    expect([judge(open, NOON), judge(open, NOON + 10 * MINUTE - 1)]).toEqual(['claim', 'claim'])
    expect([judge(open, NOON + 10 * MINUTE), judge(open, NOON + 12 * MINUTE)]).toEqual(['expired', 'expired'])
  })

  it('without one did not agree, and may still bring one', () => {
    expect(judge(open, NOON, 'nothing')).toBe('denied')
    expect(judge(open, NOON + 10 * MINUTE, 'nothing')).toBe('expired')
  })

  it('while a code is exchanged waits, as long as one may take', () => {
    expect([judge(exchanging, NOON), judge(exchanging, NOON + 9 * SECOND - 1)]).toEqual(['wait', 'wait'])
    expect(judge(exchanging, NOON + 9 * SECOND)).toBe('try_again')
    expect(judge(exchanging, NOON, 'nothing')).toBe('wait')
  })

  it('after it is over is told how it ended, and two minutes after its time nothing any more', () => {
    expect([judge(ended, NOON), judge(ended, NOON, 'nothing'), judge(ended, keptUntil(ended) - 1)]).toEqual([
      'done',
      'done',
      'done',
    ])
    expect(keptUntil(ended)).toBe(NOON + 12 * MINUTE)
    expect([judge(ended, keptUntil(ended)), judge(exchanging, keptUntil(ended))]).toEqual(['expired', 'expired'])
  })

  it('in another session, or with a state nobody knows, learns nothing', () => {
    for (const session of [ANOTHER, LATER])
      for (const one of [open, exchanging, ended]) expect(judge(one, NOON, 'code', session)).toBe('expired')
    expect(judge(undefined, NOON)).toBe('expired')
  })
})

describe('what the page is told', () => {
  it.each([
    [{ kind: 'known', openid: 'o1' }, 'done'],
    [{ kind: 'snapshot' }, 'snapshot_user'],
    [{ kind: 'spent', code: '40029' }, 'try_again'],
    [{ kind: 'barred', code: '40226' }, 'barred'],
    [{ kind: 'unavailable', code: '-1' }, 'try_again'],
    [{ kind: 'unavailable', code: '40125', needsRepair: true }, 'unavailable'],
  ] as const)('%j: %s', (exchange, end) => {
    expect(endOf(exchange)).toBe(end)
  })

  it('stands behind the page it came from, which is always one of ours', () => {
    const led = (path: string) => pageAfter('https://id.example.cn', path, 'done')
    expect(led('/verify/pay')).toBe('https://id.example.cn/verify/pay?wechat=done')
    for (const path of [
      '',
      'verify',
      '//evil.example',
      '/\\evil.example',
      '/a?b=c',
      '/a#b',
      '/a,/b',
      '/%2f',
      `/${'a'.repeat(201)}`,
    ])
      expect(led(path)).toBe('https://id.example.cn/?wechat=done')
    expect(new URL(led('/..//evil.example')).origin).toBe('https://id.example.cn')
  })
})
