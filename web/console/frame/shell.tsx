import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { useTexts } from '../../shared/language.ts'
import { Link, usePlace } from '../../shared/router/page.tsx'
import { Notices } from '../controls/notice.tsx'
import { KeysHelp } from '../keys/help.tsx'
import { useKeys } from '../keys/use-keys.ts'
import { Counted, useReadCounts } from '../queue/use-counts.ts'
import { SearchBox } from '../search/search-box.tsx'
import { SessionEnd } from '../session/session-end.tsx'
import { Navigation } from './navigation.tsx'
import { OperatorMenu } from './operator-menu.tsx'
import { frameTexts } from './texts.ts'

/** What stands around every page: where one can go, who is signed in, what was just done. */
export const Shell = ({ children }: { children: ReactNode }) => {
  const texts = useTexts(frameTexts)
  const { path } = usePlace()
  const counts = useReadCounts()
  const [isHelpOpen, setHelp] = useState(false)
  const [isMenuOpen, setMenu] = useState(false)
  const help = useCallback(() => setHelp(true), [])
  useKeys(help)
  // On a phone the menu lies over the page that was gone to.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is gone to.
  useEffect(() => setMenu(false), [path])
  const isSandbox = document.documentElement.dataset.stage === 'sandbox'
  return (
    <Counted value={counts}>
      <div className="shell">
        <a className="skip" href="#content">
          {texts.toContent}
        </a>
        <header className="bar">
          <button
            type="button"
            className="top-action bar-menu"
            aria-expanded={isMenuOpen}
            aria-controls="navigation"
            onClick={() => setMenu(!isMenuOpen)}
          >
            {isMenuOpen ? texts.closeMenu : texts.menu}
          </button>
          <Link to="/console" className="brand">
            <span className="brand-mark" aria-hidden="true" />
            {texts.brand}
          </Link>
          {isSandbox && <span className="tag tag-warn">{texts.sandbox}</span>}
          <SearchBox />
          <span className="bar-end">
            <OperatorMenu onHelp={help} />
          </span>
        </header>
        <Navigation isOpen={isMenuOpen} />
        <div className="content" id="content" tabIndex={-1}>
          <SessionEnd />
          <Notices />
          {children}
        </div>
        {isHelpOpen && <KeysHelp onClose={() => setHelp(false)} />}
      </div>
    </Counted>
  )
}
