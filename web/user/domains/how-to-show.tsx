import { Copy } from '../../shared/controls/copy.tsx'
import { useTexts } from '../../shared/language.ts'
import type { Domain } from './domain.ts'
import { domainTexts } from './texts.ts'

/** The record and the file, either of which proves a domain, to be copied. */
export const HowToShow = ({ of: { record, file } }: { of: Domain }) => {
  const texts = useTexts(domainTexts)
  return (
    <div className="stack-wide">
      <p>{texts.how}</p>
      <div className="stack">
        <h4>{texts.record}</h4>
        <p className="quiet">{texts.recordMore}</p>
        <p>{texts.recordName}</p>
        <Copy text={record.name}>{texts.copyName}</Copy>
        <p>{texts.recordValue}</p>
        <Copy whole text={record.value}>
          {texts.copyValue}
        </Copy>
      </div>
      <div className="stack">
        <h4>{texts.file}</h4>
        <p className="quiet">{texts.fileMore}</p>
        <p>{texts.fileUrl}</p>
        <Copy whole text={file.url}>
          {texts.copyUrl}
        </Copy>
        <Copy whole text={file.content}>
          {texts.copyContent}
        </Copy>
      </div>
    </div>
  )
}
