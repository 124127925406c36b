import { type DragEvent, type ReactNode, useRef, useState } from 'react'

/** Around a file field: a file dropped anywhere in it is chosen, as if picked in the field itself. */
export function DropArea({ label, children }: { label: string; children: ReactNode }) {
  const area = useRef<HTMLFieldSetElement>(null)
  const [over, setOver] = useState(false)

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    const field = area.current?.querySelector<HTMLInputElement>('input[type=file]')
    if (!field || event.dataTransfer.files.length === 0) return
    field.files = event.dataTransfer.files
    field.focus()
  }

  return (
    <fieldset
      ref={area}
      aria-label={label}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={`rounded-lg border-2 border-dashed p-4 ${over ? 'border-bridge bg-bridge-pale' : 'border-control bg-card'}`}
    >
      {children}
    </fieldset>
  )
}
