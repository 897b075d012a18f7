import { loadSample } from '../../shared/samples.js';

export interface SampleFiles {
  stillLife: File;
  tower: File;
  receipt: File;
  chart: File;
}

/** For the `loaders` of a story. */
export async function loadFiles(): Promise<SampleFiles> {
  const [stillLife, tower, receipt, chart] = await Promise.all([
    loadSample('still-life.jpg'),
    loadSample('tower-stored-sideways.jpg', 'tower.jpg'),
    loadSample('receipt.png'),
    loadSample('chart.png'),
  ]);
  return { stillLife, tower, receipt, chart };
}
