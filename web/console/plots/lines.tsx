import { saidOf } from './bars.tsx'
import { Canvas } from './canvas.tsx'
import { type Axis, frame, layoutOf, type Place, type Series } from './plot.ts'
import { PlotLink } from './plot-link.tsx'

type LinesProps = {
  title: string
  series: readonly Series[]
  places: readonly Place[]
  format: (value: number) => string
  units?: Axis['units']
}

const RADIUS = 4

/** Points that belong together, joined where no place between them is without a value. */
export const Lines = ({ title, series, places, format, units }: LinesProps) => {
  const layout = layoutOf(places, { isStacked: false, units })
  const { across, up } = layout
  const middle = (key: string): number => (across(key) ?? 0) + across.bandwidth() / 2
  const pathOf = (at: number): string =>
    places
      .map(({ key, values }, nth) => {
        const value = values[at]
        if (value === undefined) return ''
        const isJoined = places[nth - 1]?.values[at] !== undefined
        return `${isJoined ? 'L' : 'M'}${middle(key)} ${up(value)}`
      })
      .join('')
  return (
    <Canvas title={title} layout={layout} places={places} format={format}>
      {series.map(({ name, tone }, at) => (
        <path key={name} className={`plot-line tone-${tone}`} d={pathOf(at)} />
      ))}
      {places.map((place) => (
        <PlotLink key={place.key} to={place.to} said={saidOf(place, series, format)}>
          <rect
            className="plot-hit"
            x={across(place.key) ?? 0}
            width={across.bandwidth()}
            y={frame.top}
            height={frame.height - frame.top}
          />
          {series.map(({ name, tone }, at) => {
            const value = place.values[at]
            return (
              value !== undefined && (
                <circle
                  key={name}
                  className={`plot-part tone-${tone}`}
                  cx={middle(place.key)}
                  cy={up(value)}
                  r={RADIUS}
                />
              )
            )
          })}
        </PlotLink>
      ))}
    </Canvas>
  )
}
