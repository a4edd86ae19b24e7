const base = '/api';

async function ask(path, signal) {
  const response = await fetch(base + path, { signal });
  if (!response.ok) throw new Error(`${path} gives ${response.status}`);
  return response.json();
}

export const loadRecipes = (signal) => ask('/recipes', signal);
export const loadRecipe = (name, signal) => ask(`/recipes/${encodeURIComponent(name)}`, signal);
