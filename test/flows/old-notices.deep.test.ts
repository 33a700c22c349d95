import { expect, it } from 'vitest'
import { noticeRoute } from '../../functions/consent/read.route.ts'
import { offersRoute } from '../../functions/overview/offers.route.ts'
import { submitRoute } from '../../functions/verification/submit.route.ts'
import { codeFor, formOf, signIn } from '../../local/demo/user.ts'
import { freshKey } from '../fresh-key.ts'
import { instanceFolder, startInstance } from './instance.ts'

const named = (name: string) => ({ platform: { name, contact: 'privacy@platform.example' } })

it('M7 what somebody agreed to can be read when another notice is in force, and that one has to be agreed to anew', async () => {
  const folder = await instanceFolder()
  const before = await startInstance(named('从前的平台'), { folder })
  const { consent } = await before.platform.must(offersRoute)
  expect(consent.version).toMatch(/^\d{4}-\d{2}-[0-9a-f]{8}$/)
  const person = await before.person('match')
  const user = await signIn(before.platform, person.phone)
  const form = formOf(person, 'fee', await codeFor(before.platform, person.phone, user.token))
  const body = { ...form, consent: { notice: consent.version, agreed: true } }
  await before.platform.must(submitRoute, { body, headers: freshKey(), token: user.token })
  expect(await before.end(), 'P11 plaintext identity').toEqual([])

  const after = await startInstance(named('如今的平台'), { folder })
  const present = (await after.platform.must(offersRoute)).consent
  expect(present.version).not.toBe(consent.version)
  const old = await after.platform.must(noticeRoute, { params: { version: consent.version } })
  expect(old).toEqual({ ...consent, inForce: false })
  expect(old.text).toContain('从前的平台')
  const again = await after.platform.call(submitRoute, { body, headers: freshKey(), token: user.token })
  expect(again).toMatchObject({ problem: { code: 'consent_outdated', notice: present.version } })
  expect(await after.end(), 'P11 plaintext identity').toEqual([])
})
