// Exact answers about bubbles that the simulations are held against (docs/physics.md 3 and 8).
#pragma once

namespace limber {

// Time an empty sphere takes to collapse, in R0 sqrt(rho / dp) (Rayleigh 1917), by quadrature.
[[nodiscard]] double rayleigh_factor();

// Linear ringing of a gas bubble with surface tension and vapour (Minnaert 1933), Hz.
[[nodiscard]] double minnaert_hz(double radius, double exponent, double density, double ambient,
                                 double surface_tension, double vapour);

// The far pressure below which a nucleus grows without end, and its radius there (Blake 1949).
struct BlakeThreshold {
  double pressure = 0, radius = 0;
};
[[nodiscard]] BlakeThreshold blake_threshold(double radius, double ambient, double surface_tension,
                                             double vapour);

// A gas bubble dissolving by quasi-steady diffusion (Epstein and Plesset 1950, without their
// transient term): seconds until it is gone. `ostwald` is gas dissolved per volume at equal
// pressure, `saturation` 0..1 of the liquid far away, `tau` = 2 sigma / p in m (0: no tension).
[[nodiscard]] double epstein_plesset_s(double radius, double diffusion, double ostwald,
                                       double saturation, double tau);

}  // namespace limber
