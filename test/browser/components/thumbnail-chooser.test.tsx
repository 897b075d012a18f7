import { type ReactElement, useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { ThumbnailChooser } from '../../../src/components/styled/choosing/ThumbnailChooser.js';
import '../../../src/components/styles.css';

interface ChooserProps {
  count: number;
  maxChosen?: number;
  onAdd: (chosen: readonly number[]) => void;
  onCancel?: () => void;
}

function Chooser({ onAdd, onCancel = () => {}, ...props }: ChooserProps): ReactElement {
  const [chosen, setChosen] = useState<readonly number[]>([0]);
  return (
    <ThumbnailChooser
      {...props}
      title="Slides of a.slides"
      labelOf={(index) => `Slide ${index + 1}`}
      renderThumbnail={(index) => <i data-thumbnail={index} />}
      rangeLabel="Slides"
      chosen={chosen}
      onChosenChange={setChosen}
      onAdd={() => onAdd(chosen)}
      onCancel={onCancel}
    />
  );
}

const slide = (number: number) =>
  page.getByRole('option', { name: `Slide ${number}`, exact: true });
const field = () => page.getByRole('textbox', { name: 'Slides' });
const chosen = () =>
  [...document.querySelectorAll('[aria-selected=true]')].map((option) => option.ariaLabel);
const thumbnails = () => document.querySelectorAll('[data-thumbnail]').length;

describe('a chooser of thumbnails', () => {
  test('is used with the keyboard alone', async () => {
    const onAdd = vi.fn<ChooserProps['onAdd']>();
    await render(<Chooser count={24} onAdd={onAdd} />);
    await expect.element(slide(1)).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight} ');
    await expect.poll(chosen).toEqual(['Slide 1', 'Slide 3']);
    await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowRight}{/Shift}');
    await expect.poll(chosen).toEqual(['Slide 1', 'Slide 3', 'Slide 4', 'Slide 5']);
    await expect.element(field()).toHaveValue('1, 3-5');
    await userEvent.keyboard('{End}');
    await expect.element(slide(24)).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => onAdd.mock.lastCall).toEqual([[0, 2, 3, 4]]);
  });

  test('takes ranges, and says what it cannot read or has no room for', async () => {
    const onAdd = vi.fn<ChooserProps['onAdd']>();
    await render(<Chooser count={24} maxChosen={3} onAdd={onAdd} />);
    await userEvent.fill(field(), '2-3');
    await expect.poll(chosen).toEqual(['Slide 2', 'Slide 3']);
    await userEvent.fill(field(), '2-30');
    await expect.element(page.getByText('Use numbers from 1 to 24, such as 1-3, 7.')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Add 2 images' })).toBeDisabled();
    await userEvent.fill(field(), '2-5');
    await expect.element(page.getByText('There is room for 3. Choose fewer.')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Add 4 images' })).toBeDisabled();
    await userEvent.click(page.getByRole('button', { name: 'All' }));
    await expect.poll(chosen).toEqual(['Slide 1', 'Slide 2', 'Slide 3']);
    await userEvent.click(page.getByRole('button', { name: 'None' }));
    await userEvent.click(slide(4));
    await userEvent.click(page.getByRole('button', { name: 'Add 1 image' }));
    await expect.poll(() => onAdd.mock.lastCall).toEqual([[3]]);
  });

  test('is closed by a press outside only while nothing is chosen', async () => {
    const onCancel = vi.fn<() => void>();
    await render(<Chooser count={4} onAdd={() => {}} onCancel={onCancel} />);
    await expect.element(slide(1)).toHaveFocus();
    const dialog = document.querySelector('dialog');
    dialog?.click();
    expect(onCancel).not.toHaveBeenCalled();
    await userEvent.click(page.getByRole('button', { name: 'None' }));
    await expect.poll(chosen).toEqual([]);
    dialog?.click();
    expect(onCancel).toHaveBeenCalledOnce();
  });

  test('renders only the thumbnails that are near the visible part', async () => {
    await render(<Chooser count={600} onAdd={() => {}} />);
    await expect.poll(thumbnails).toBeGreaterThan(0);
    expect(thumbnails()).toBeLessThan(300);
    slide(600).element().scrollIntoView();
    await expect.poll(() => document.querySelector('[data-thumbnail="599"]')).not.toBeNull();
    await expect.poll(() => document.querySelector('[data-thumbnail="0"]')).toBeNull();
    expect(thumbnails()).toBeLessThan(300);
  });
});
