import type { Millis } from '../../../shared/kernel/time.ts'
import type { MaterialKind } from '../../material/material.ts'
import { datedKinds, isOver, type Paper, type PaperKind } from './paper.ts'

type PaperFault = { code: 'paper_day_missing' | 'paper_over'; kind: PaperKind }

/** W4 what is wrong with the days of the papers whose pictures are there: one that nobody said, and one that is over. */
export const paperFaults = (materials: readonly MaterialKind[], papers: readonly Paper[], now: Millis): PaperFault[] =>
  datedKinds.flatMap((kind): PaperFault[] => {
    if (!materials.includes(kind)) return []
    const paper = papers.find((one) => one.kind === kind)
    if (!paper) return [{ code: 'paper_day_missing', kind }]
    return isOver(paper, now) ? [{ code: 'paper_over', kind }] : []
  })
