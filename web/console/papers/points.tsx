import { useEffect, useState } from 'react'
import { useTexts } from '../../shared/language.ts'
import { Checks } from '../controls/checks.tsx'
import type { Review } from '../reviews/review.ts'
import { papersTexts } from './texts.ts'

/** Points of a case that are confirmed so far: their words with blanks between, as `Checks` has them. */
export type Ticks = { value: string; set: (value: string) => void }

/** Keeps what was confirmed while its case is held, for the page and for the question before it is approved. */
export const useTicks = (isMine: boolean): Ticks => {
  const [value, set] = useState('')
  useEffect(() => {
    if (!isMine) set('')
  }, [isMine])
  return { value, set }
}

/** The points beside what they are confirmed by. */
export const Points = ({ of, ticks }: { of: Review['choices']['checklist']; ticks: Ticks }) => {
  const texts = useTexts(papersTexts)
  return (
    <Checks
      id="papers-checked"
      label={texts.points}
      hint={texts.pointsHint}
      options={of.map(({ word, label }) => ({ value: word, name: label }))}
      value={ticks.value}
      onChange={ticks.set}
      byKeys
    />
  )
}
