import { type ComponentType, lazy } from 'react'
import type { Right } from '../../../functions/operators/rights.ts'
import { useTexts } from '../../shared/language.ts'
import { loadPage } from '../../shared/router/load-page.ts'
import { Page, type PageTold } from '../../shared/router/page.tsx'
import { useMay } from '../session/use-session.ts'
import { frameTexts } from './texts.ts'

const NotAllowed = () => {
  const texts = useTexts(frameTexts)
  return <Page title={texts.notAllowed} lead={texts.notAllowedMore} wide />
}

/**
 * A page whose code is loaded when it is first gone to; whoever has not the right is told so in its place. Without a right it is for
 * whoever has no session yet.
 */
export const later = (load: () => Promise<ComponentType<PageTold>>, right?: Right): ComponentType<PageTold> => {
  const Loaded = lazy(async () => ({ default: await loadPage(load) }))
  return (told) => {
    const may = useMay()
    return right === undefined || may(right) ? <Loaded {...told} /> : <NotAllowed />
  }
}
