import { Canvas } from './canvas.tsx'
import { type Axis, frame, layoutOf, type Place, type Series, stackOf } from './plot.ts'
import { PlotLink } from './plot-link.tsx'

type PlotProps = {
  title: string
  series: readonly Series[]
  places: readonly Place[]
  format: (value: number) => string
  /** The end of the axis, where it is fixed. */
  most?: number
  units?: Axis['units']
  /** Its values are counts. */
  isWhole?: boolean
}

/** What a place is read out as. */
export const saidOf = ({ said, values }: Place, series: readonly Series[], format: PlotProps['format']): string =>
  [
    said,
    ...series.flatMap(({ label }, at) => {
      const value = values[at]
      return value === undefined || value === 0 ? [] : [`${label} ${format(value)}`]
    }),
  ].join(', ')

/** Columns of parts that lie on each other; a line across each where it may come to so much and no more. */
export const Bars = ({ title, series, places, format, most, units, isWhole = false }: PlotProps) => {
  const layout = layoutOf(places, { isStacked: true, isWhole, most, units })
  const { across, up } = layout
  return (
    <Canvas title={title} layout={layout} places={places} format={format}>
      {places.map((place) => {
        const x = across(place.key) ?? 0
        return (
          <PlotLink key={place.key} to={place.to} said={saidOf(place, series, format)}>
            <rect
              className="plot-hit"
              x={x}
              width={across.bandwidth()}
              y={frame.top}
              height={frame.height - frame.top}
            />
            {stackOf(place.values).map(([from, to], at) => {
              const one = series[at]
              return (
                one &&
                to > from && (
                  <rect
                    key={one.name}
                    className={`plot-part tone-${one.tone}`}
                    x={x}
                    width={across.bandwidth()}
                    y={up(to)}
                    height={up(from) - up(to)}
                  />
                )
              )
            })}
            {place.limit !== undefined && (
              <line
                className="plot-limit"
                x1={x - 3}
                x2={x + across.bandwidth() + 3}
                y1={up(place.limit)}
                y2={up(place.limit)}
              />
            )}
          </PlotLink>
        )
      })}
    </Canvas>
  )
}
