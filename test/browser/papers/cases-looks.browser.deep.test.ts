import { describe } from 'vitest'
import { askReviewRoute, claimReviewRoute } from '../../../functions/review/operator.route.ts'
import { operatorAt } from '../../../local/demo/operator.ts'
import { scan } from '../../../local/demo/user.ts'
import { begunWay } from '../../flows/way.ts'
import { test } from '../browser-test.ts'
import { glanced, swept } from '../looks/judged.ts'
import { signedIn } from '../visit/signed-in.ts'
import { heldPapers } from './asked.ts'

describe('P10 cases in every look', () => {
  test('of papers of which more is asked', async ({ open, instance }) => {
    const papers = await heldPapers(instance, 'shows-papers')
    const page = await open({ width: 360 })
    await signedIn(page, papers.user)
    await papers.ask('document_page_again', 'holder_again', 'explanation')
    await page.goto(`/cases/${papers.review}`)
    await page.getByRole('button', { name: '提交答复' }).waitFor()
    await swept(page, 'case-asked')
    const english = await open({ width: 360, language: 'en' })
    await signedIn(english, papers.user)
    await english.goto(`/cases/${papers.review}`)
    await english.getByRole('button', { name: 'Send the answer' }).waitFor()
    await glanced(english, 'case-asked-en')
  })

  test('of papers that were refused', async ({ open, instance }) => {
    const papers = await heldPapers(instance, 'shows-refused')
    const page = await open({ width: 360 })
    await signedIn(page, papers.user)
    await papers.refuse('unreadable')
    await page.goto(`/cases/${papers.review}`)
    await page.getByRole('link', { name: '重新提交材料' }).waitFor()
    await swept(page, 'case-refused')
    const english = await open({ width: 360, language: 'en' })
    await signedIn(english, papers.user)
    await english.goto(`/cases/${papers.review}`)
    await english.getByRole('link', { name: 'Hand in papers anew' }).waitFor()
    await glanced(english, 'case-refused-en')
  })

  test('of a question about a check, from the form to what more is asked', async ({ open, instance }) => {
    const { platform } = instance
    const way = await begunWay(instance, 'mismatch', 'fee')
    await scan(platform, way.codeUrl)
    await platform.pass('1m')
    const page = await open({ width: 360 })
    await signedIn(page, way.user)
    await page.goto(`/cases?about=${way.id}`)
    await page.getByRole('link', { name: '核验结果：信息不一致' }).waitFor()
    await swept(page, 'cases-ask')
    await page.getByLabel('发生了什么，需要什么帮助').fill('手机是我自己的，为什么不一致？')
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByText(/^最迟答复时间/).waitFor()
    await page.getByRole('link', { name: '核验结果：信息不一致' }).waitFor()
    await swept(page, 'case-help-open')
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    const { token } = await operatorAt(instance, 'shows-help', 'support')
    await platform.must(claimReviewRoute, { token, params: { id } })
    await platform.must(askReviewRoute, { token, params: { id }, body: { what: ['when'], words: '请写明时间。' } })
    await page.goto('/cases')
    await page.getByText('等您补充').waitFor()
    await swept(page, 'cases-list')
    const english = await open({ width: 360, language: 'en' })
    await signedIn(english, way.user)
    await english.goto('/cases')
    await english.getByText('Waits for you').waitFor()
    await glanced(english, 'cases-list-en')
    await english.goto(`/cases/${id}`)
    await english.getByText('Result: the data does not match').waitFor()
    await glanced(english, 'case-help-en')
  })
})
