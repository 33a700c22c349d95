import { describe, expect } from 'vitest'
import { signIn } from '../../../local/demo/user.ts'
import { test } from '../browser-test.ts'
import { glanced } from '../looks/judged.ts'
import { signedIn } from '../visit/signed-in.ts'

describe('W2 domains of an account, on their page in English', () => {
  test('are added, shown how to be proven, looked at in vain and with success, and removed', async ({
    open,
    instance,
  }) => {
    const { platform, receiver } = instance
    const user = await signIn(platform, (await instance.person('match')).phone)
    const page = await open({ language: 'en', device: 'desktop' })
    await signedIn(page, user)
    await page.goto('/developer')
    await page.getByRole('link', { name: 'Your domains' }).click()
    await page.getByRole('heading', { level: 1, name: 'Your domains' }).waitFor()
    await page.getByText('No domains yet.').waitFor()
    await page.setViewportSize({ width: 390, height: 900 })
    await page.getByRole('textbox', { name: 'Domain' }).fill('169.254.169.254')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByText('This is not a domain such as example.com', { exact: false }).first().waitFor()
    await glanced(page, 'domains-wrong')
    await page.getByRole('textbox', { name: 'Domain' }).fill(receiver.address)
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByRole('heading', { name: receiver.address }).waitFor()
    const mine = platform.shiming.withSession(user.token)
    const [added] = (await mine.domains.list()).domains
    await page
      .getByText(added?.record.value ?? '')
      .first()
      .waitFor()
    await page.getByRole('button', { name: 'Copy the name' }).waitFor()
    await glanced(page, 'domains-waiting')
    await page.setViewportSize({ width: 1280, height: 900 })
    await glanced(page, 'domains-waiting-wide')

    receiver.answers.push(404)
    await page.getByRole('button', { name: 'Look now' }).click()
    await page.getByText('The text is not there yet.').waitFor()
    await page.getByText('nothing is there').last().waitFor()
    await glanced(page, 'domains-missing')
    const body = `${added?.file.content}\n`
    receiver.answers.push({ status: 200, headers: { 'content-type': 'text/plain' }, body })
    await page.getByRole('button', { name: 'Look now' }).click()
    await page.getByText('by the file', { exact: false }).waitFor()
    await page.getByText('Leave it there', { exact: false }).waitFor()
    await page.setViewportSize({ width: 390, height: 900 })
    await glanced(page, 'domains-proven')
    expect((await mine.domains.list()).domains).toMatchObject([{ status: 'proven', provenBy: 'file' }])

    await page.getByRole('button', { name: `Remove ${receiver.address}` }).click()
    await page.getByRole('button', { name: 'Remove', exact: true }).click()
    await page.getByText('No domains yet.').waitFor()
    expect((await mine.domains.list()).domains).toEqual([])
  })
})
