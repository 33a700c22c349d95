import { Banner } from '../shared/controls/status.tsx'
import { useTexts } from '../shared/language.ts'
import { Time } from '../shared/shown/time.tsx'
import { texts } from '../shared/texts/texts.ts'

const pausedTexts = texts(
  { until: '实名核验服务暂停，现在不能提交和付款。预计恢复' },
  { until: 'Verification is paused: nothing can be submitted or paid now. Expected back:' },
)

/** Nobody can begin a verification, and until when (RFC 3339); nothing where it is not so. */
export const Paused = ({ until }: { until: string | null }) => {
  const texts = useTexts(pausedTexts)
  return until === null ? null : (
    <Banner tone="warn">
      {texts.until} <Time at={until} />
    </Banner>
  )
}
