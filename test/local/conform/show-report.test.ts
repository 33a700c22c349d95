import { beforeAll, describe, expect, it } from 'vitest'
import { pageOf, type Report } from '../../../local/conform/report.ts'
import { reportFor, shownReport } from '../../../local/conform/show-report.ts'
import { languages } from '../../../shared/kernel/language.ts'
import { anchorsIn } from '../../docs/fences.ts'
import { textOf } from '../../docs/repository.ts'
import { everyCase, freePort, idsOf, runAgainst, runAt, secrets } from './run.ts'

const HAN = /\p{Script=Han}/u

describe('M10 a report', () => {
  let failing: Report
  beforeAll(async () => {
    failing = await runAgainst(['refuses repeats'], { tried: { state: undefined, secrets: [secrets[0]] } })
  })

  it('says of a failed case what was sent, what came, what would be right and where that is explained', () => {
    const lines = shownReport(failing, 'en').split('\n')
    const from = lines.findIndex((line) => line.startsWith(' 3  FAILED: '))
    const told = lines
      .slice(
        from,
        lines.findIndex((line) => line.startsWith(' 4 ')),
      )
      .join('\n')
    expect(told).toContain('right: the same event again (by its webhook-id) is answered 2xx')
    expect(told).toMatch(/sent: POST http:\/\/127\.0\.0\.1:\d+\/hooks\n +webhook-id: [0-9a-f]{32}\n/)
    expect(told).toMatch(/"type":"refund\.succeeded".*"externalId":"conform-t\d+-\d+"/)
    expect(told).toMatch(/came: 409 \(\d+ ms\)\n +read: docs\/conformance\.md#replay$/)
    expect(lines.at(-1)).toBe('There are cases that failed, or could not be judged.')
  })

  it('says what was left out, and why', () => {
    const text = shownReport(failing, 'en')
    expect(text).toContain('4  passed in part: An old timestamp is refused\n      left out: ')
    expect(text).toContain('(--state was not given)')
    expect(text).toContain('(only one secret was given with --secret)')
  })

  it('is the same in Chinese', () => {
    const [zh, en] = languages.map((language) => shownReport(failing, language).split('\n')) as [string[], string[]]
    expect(zh).toHaveLength(en.length)
    expect(zh.find((line) => line.startsWith(' 3'))).toBe(' 3  未通过：重复的投递答复 2xx，且只处理一次')
    const texts = failing.cases.flatMap(({ title, checks }) => [title, ...checks.map(({ right }) => right)])
    for (const { zh, en } of texts)
      expect([zh, en]).toEqual([expect.stringMatching(HAN), expect.not.stringMatching(HAN)])
  })

  it('is there for programs', () => {
    const { conforms, cases } = reportFor(failing, 'en')
    expect(conforms).toBe(false)
    expect(cases.map(({ id }: { id: string }) => id)).toEqual(everyCase)
    const { verdict, page, checks = [] } = cases[2] ?? {}
    expect({ verdict, page }).toEqual({ verdict: 'failed', page: 'docs/conformance.md#replay' })
    expect(checks.at(-1)).toMatchObject({ verdict: 'wrong', exchanges: [{}, { came: { status: 409 } }] })
  })

  it('names the public keys, and no secret', () => {
    for (const text of [shownReport(failing, 'en'), JSON.stringify(reportFor(failing, 'zh'))]) {
      expect(text).toContain(failing.publicKeys[0])
      expect(text).not.toContain('whsec_')
      for (const secret of secrets) expect(text).not.toContain(secret.slice('whsec_'.length))
    }
  })

  it('leads to a section of the page for every case', () => {
    const anchors = anchorsIn(textOf('docs/conformance.md'))
    for (const one of failing.cases) expect(anchors).toContain(pageOf(one).split('#')[1])
  })
})

describe('M10 what a fault keeps from being judged', () => {
  it('is a receiver that nobody runs: the first case fails, and the others say why they could not be tried', async () => {
    const nobody = `http://127.0.0.1:${await freePort()}`
    const report = await runAt({ webhook: nobody, gate: nobody, state: nobody }, await freePort())
    expect(idsOf(report, 'failed')).toEqual(['right-signature'])
    expect(idsOf(report, 'not_judged')).toHaveLength(11)
    const text = shownReport(report, 'en')
    expect(text).toContain('came: no answer (ECONNREFUSED)')
    expect(text).toContain('because: the receiver took no delivery that was signed rightly; see case 1 first')
  })

  it('is an address of beliefs that tells none', async () => {
    const port = await freePort()
    const other = `http://127.0.0.1:${port}/verify`
    const report = await runAgainst([], { tried: { state: other } })
    expect(idsOf(report, 'not_judged')).toContain('replay')
    expect(report.cases.find(({ id }) => id === 'replay')?.checks.at(-1)?.verdict).toBe('hindered')
  })
})
