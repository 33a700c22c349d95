import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { placeOf, type Shown } from './in-every-look.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

type Finding = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number]

const lines = ({ id, help, helpUrl, nodes }: Finding): string[] =>
  nodes.map(({ target, failureSummary = '' }) => {
    const why = failureSummary
      .split('\n')
      .slice(1)
      .map((line) => line.trim())
    return `${id} at ${target.join(' ')}: ${help}. ${why.join('; ')} (${helpUrl})`
  })

/** Runs in the page. Half-way through a transition colours are in between; what turns for ever is not waited for. */
const settle = async (): Promise<void> => {
  const ending = document.getAnimations().filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
  await Promise.allSettled(ending.map(({ finished }) => finished))
}

/**
 * Fails for everything that axe finds on a page as it is now, one line for each element. It cannot look into frames in which nothing runs.
 */
export const accessible = async (page: Page, shown?: Shown): Promise<void> => {
  await page.evaluate(settle)
  const { violations } = await new AxeBuilder({ page }).exclude('iframe[sandbox]').withTags(TAGS).analyze()
  const found = violations.flatMap(lines)
  expect(found, `barriers on ${placeOf(page, shown)}:\n${found.join('\n')}`).toEqual([])
}
