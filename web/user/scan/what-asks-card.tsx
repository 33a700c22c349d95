import type { ReactNode } from 'react'
import type { Answer } from 'shiming-client'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { browserText } from '../../shared/shown/browsers.ts'
import { Time } from '../../shared/shown/time.tsx'
import { scanTexts } from './texts.ts'

/** What a phone was told of the code it scanned. */
export type Seen = Answer<'POST /v1/scans/looks'>

/** A line of what is known. */
export const Fact = ({ is, children }: { is: string; children: ReactNode }) => (
  <div>
    <dt>{is}</dt>
    <dd>{children}</dd>
  </div>
)

/** What asks, as far as it is known, and for whom. */
export const WhatAsks = ({ seen: { browser, place, askedAt }, children }: { seen: Seen; children?: ReactNode }) => {
  const language = useLanguage()
  const texts = useTexts(scanTexts)
  return (
    <dl className="facts">
      <Fact is={texts.browser}>{browserText(browser, language) ?? texts.browserUnknown}</Fact>
      {place !== null && <Fact is={texts.place}>{place}</Fact>}
      <Fact is={texts.at}>
        <Time at={askedAt} />
      </Fact>
      {children}
    </dl>
  )
}
