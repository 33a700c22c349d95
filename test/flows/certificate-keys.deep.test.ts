import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { getCertificateKeysRoute, getCertificateRoute } from '../../functions/certificates/show.route.ts'
import { getAppRoute } from '../../functions/certification/apps.route.ts'
import { typeCard } from '../../local/demo/card.ts'
import { appOfPerson, certify, confirmByPicture, payFee, sendIn } from '../../local/demo/certification.ts'
import { operatorAt } from '../../local/demo/operator.ts'
import { type Instance, instanceFolder } from './instance.ts'
import { releases } from './releases.ts'
import { verifyByExample } from './verify-by-example.ts'
import { verifiedUser } from './way.ts'

/** The id of the certificate of somebody's app. */
const certified = async (instance: Instance): Promise<string> => {
  const { platform } = instance
  const reviewer = await operatorAt(instance, 'certificate-keys', 'reviewer')
  const { user, person } = await verifiedUser(instance, 'fee')
  await platform.pass('61s')
  await typeCard(platform, user, { phone: user.phone })
  await platform.pass('61s')
  const applying = await appOfPerson(platform, user, '晨光书屋')
  const { id } = await sendIn(platform, applying)
  await confirmByPicture(platform, user, id, person.idNumber)
  await payFee(platform, user, id)
  await certify(platform, reviewer)
  const { certificate } = await platform.must(getAppRoute, { token: user.token, params: { id: applying.app } })
  return certificate ?? ''
}

const kidOf = (signed: string): string =>
  JSON.parse(Buffer.from(signed.split('.')[0] ?? '', 'base64url').toString('utf8')).kid

describe('W7 the key that signs statements is replaced while people verify them', () => {
  const { next, end } = releases()
  afterEach(end)

  /** What a release says now: the statement, by which key, and which keys it shows. */
  const told = async ({ platform }: Instance, id: string) => {
    const { signed } = await platform.must(getCertificateRoute, { params: { id } })
    const set = await platform.must(getCertificateKeysRoute, {})
    return { signed, by: kidOf(signed), set, shown: set.keys.map(({ kid }) => kid) }
  }

  it('and what was signed before is proven for as long as its key is shown', { timeout: 240_000 }, async () => {
    const folder = await instanceFolder()
    const file = async (name: string, text: string): Promise<string> => {
      await writeFile(join(folder, name), text)
      return join(folder, name)
    }
    const first = await next()
    const id = await certified(first)
    const old = await told(first, id)
    expect(old.shown).toEqual([old.by])
    const evidence = await file('statement.txt', old.signed)
    const proven = async ({ platform }: Instance, name: string): Promise<number> => {
      const keys = await file(name, JSON.stringify(await platform.must(getCertificateKeysRoute, {})))
      return (await verifyByExample(platform.url, id, evidence, keys)).code
    }

    const shown = await next({ CERTIFICATE_KEYS: 'v1,v2' })
    const meanwhile = await told(shown, id)
    expect([meanwhile.by, meanwhile.shown[0], meanwhile.shown.length]).toEqual([old.by, old.by, 2])

    const refused = /^certificates-show: .*no resource-based policy allows the kms:Sign action/
    const behind = { stack: 'certificates', inputs: { CERTIFICATE_KEYS: 'v1,v2' }, refused }
    const rolledOut = await told(await next({ CERTIFICATE_KEYS: 'v2,v1' }, behind), id)
    expect([rolledOut.by, rolledOut.shown]).toEqual([meanwhile.shown[1], meanwhile.shown])

    const replaced = await next({ CERTIFICATE_KEYS: 'v2,v1' })
    const now = await told(replaced, id)
    expect([now.by, now.shown]).toEqual([meanwhile.shown[1], meanwhile.shown.toReversed()])
    expect(await proven(replaced, 'both.json')).toBe(0)
    // Whoever kept the set since the key was shown needs no other for what it signs.
    const kept = await file('kept.json', JSON.stringify(meanwhile.set))
    const anew = await file('anew.txt', now.signed)
    expect(await verifyByExample(replaced.platform.url, id, anew, kept)).toMatchObject({ code: 0 })

    const retired = await next({ CERTIFICATE_KEYS: 'v2' })
    expect((await told(retired, id)).shown).toEqual([now.by])
    expect(await proven(retired, 'second.json')).toBe(2)
  })
})
