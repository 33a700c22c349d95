import type { LookupAddress } from 'node:dns'
import { describe, expect, it } from 'vitest'
import { guardedLookup, type Resolve } from '../../functions/outgoing/guarded-lookup.ts'

const answering =
  (...addresses: LookupAddress[]): Resolve =>
  (_hostname, _options, done) =>
    done(null, addresses)

const lookUp = (resolve: Resolve, all: boolean): Promise<unknown> =>
  new Promise((settle, fail) => {
    guardedLookup(resolve)('hooks.example.com', { all }, (error, address, family) =>
      error ? fail(error) : settle(all ? address : [address, family]),
    )
  })

const open = { address: '1.1.1.1', family: 4 }
const open6 = { address: '2606:4700:4700::1111', family: 6 }

describe('lookup of an address a user chose', () => {
  it('answers what the resolver found, in the form the socket asked for', async () => {
    expect(await lookUp(answering(open, open6), true)).toEqual([open, open6])
    expect(await lookUp(answering(open, open6), false)).toEqual([open.address, 4])
  })

  it.each(['127.0.0.1', '169.254.169.254', '10.0.0.1', '::1', '::ffff:127.0.0.1', 'fe80::1%eth0', '64:ff9b::1.1.1.1'])(
    'refuses a name that leads to %s, also among public addresses',
    async (address) => {
      const closed = { address, family: address.includes(':') ? 6 : 4 }
      for (const found of [[closed], [open, closed], [closed, open6]])
        for (const all of [true, false])
          await expect(lookUp(answering(...found), all)).rejects.toMatchObject({ code: 'target_refused' })
    },
  )

  it('passes on that a name does not exist', async () => {
    const failing: Resolve = (_hostname, _options, done) => done(Object.assign(new Error(), { code: 'ENOTFOUND' }), [])
    await expect(lookUp(failing, true)).rejects.toMatchObject({ code: 'ENOTFOUND' })
    await expect(lookUp(answering(), true)).rejects.toMatchObject({ code: 'ENOTFOUND' })
  })

  it('passes on a fault of the resolver, whatever else it answers', async () => {
    for (const found of [undefined, [open]] as LookupAddress[][]) {
      const failing: Resolve = (_hostname, _options, done) =>
        done(Object.assign(new Error(), { code: 'EAI_AGAIN' }), found)
      await expect(lookUp(failing, true)).rejects.toMatchObject({ code: 'EAI_AGAIN' })
    }
  })

  it('asks for all addresses, also where the socket wants one', async () => {
    const asked: unknown[] = []
    const listening: Resolve = (hostname, options, done) => {
      asked.push([hostname, options.all])
      done(null, [open])
    }
    await lookUp(listening, false)
    expect(asked).toEqual([['hooks.example.com', true]])
  })
})
