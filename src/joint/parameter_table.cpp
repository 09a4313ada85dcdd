// One row per parameter. Figures and tags are those of docs/physics.md; the source names where a
// figure was seen, or says plainly that it is recalled (K) or our own choice (E).
#include <limber/joint.h>

namespace limber {
namespace {

using P = JointParameters;

// The published spread of a parameter in a finger and in a facet joint, in its unit.
struct Spread {
  ParameterRange finger, facet;
};
constexpr Spread kUnknown{};
constexpr Spread both(double low, double high) {
  return {{low, high}, {low, high}};
}

constexpr ParameterInfo row(std::string_view name, std::string_view symbol, std::string_view unit,
                            double P::* field, double per_unit, ParameterRange allowed,
                            const Spread& published, std::string_view meaning,
                            std::string_view more, std::string_view less, std::string_view source,
                            char tag) {
  return {name,    symbol, unit, field,  per_unit, allowed, published.finger, published.facet,
          meaning, more,   less, source, tag};
}

constexpr double kMilli = 1e-3, kMicro = 1e-6, kKilo = 1e3, kMm3 = 1e-9, kMl = 1e-6;

// clang-format off
constexpr ParameterInfo kTable[] = {
    // The joint and its pull.
    row("radius", "a", "mm", &P::radius, kMilli, {1, 20}, {{5, 8}, {4, 6.2}},
     "radius of the articular face", "more suction for the same pull", "pops at a smaller force",
     "facet: face sizes after Masharawi; finger: recalled", 'K'),
    row("film", "h0", "um", &P::film, kMicro, {5, 500}, both(10, 150),
     "thickness of the fluid film at rest", "pops later or not at all", "seals harder, pops sooner",
     "about 50 um, wikidoc", 'S'),
    row("mass", "m", "kg", &P::mass, 1, {1e-4, 10}, {{0.02, 0.05}, {0.1, 0.25}},
     "mass that moves when the joint opens", "opens more slowly, lower pitch", "opens faster",
     "calibrated to the measured duration", 'E'),
    row("stiffness", "k1", "N/m", &P::stiffness, 1, {0, 1e6}, {{1.5e4, 6e4}, {2e4, 6e4}},
     "stiffness of capsule and ligaments", "smaller gap", "larger gap",
     "ligaments 20-60 N/mm, recalled; capsule moduli PMC1479455", 'K'),
    row("stiffening", "k2", "N/m2", &P::stiffening, 1, {0, 1e10}, kUnknown,
     "how much the ligaments stiffen as they stretch", "stops the opening sooner", "opens wider",
     "calibrated", 'E'),
    row("damping", "c", "N s/m", &P::damping, 1, {0, 1e4}, kUnknown,
     "damping by the tissue around", "less ringing", "more ringing", "calibrated", 'E'),
    row("pull_rate", "F_rate", "N/s", &P::pull_rate, 1, {0.01, 1e6}, kUnknown,
     "how fast the pull grows", "pops sooner, hardly louder", "pops later",
     "a thrust takes 100-250 ms, J Chiropr Educ; a self-stretch seconds", 'S'),
    row("pull_max", "F_max", "N", &P::pull_max, 1, {0.01, 5e3}, kUnknown,
     "where the pull stops growing", "more chance to reach inception",
     "below the inception force it stays silent, however fast", "thrusts 100-400 N, Herzog 1993", 'K'),
    row("hold", "t_hold", "s", &P::hold, 1, {0, 600}, kUnknown,
     "how long the largest pull is held", "longer wait before giving up", "gives up sooner", "our choice", 'E'),
    row("preload", "F_pre", "N", &P::preload, 1, {0, 500}, kUnknown,
     "load that muscles carry before the film is pulled; shown, not simulated",
     "larger force on display", "smaller force on display",
     "cracks at 70-100 N in a finger against about 20 N in the film", 'E'),
    row("capsule", "C_c", "mm3/kPa", &P::capsule, 1e-12, {1e-6, 1e4}, both(0.05, 0.2),
     "fluid drawn in at the margin per pressure", "needs more opening for the same tension",
     "hydraulic lock: tension at once", "calibrated", 'E'),
    row("inflow", "G", "mm3/kPa/s", &P::inflow, 1e-12, {0, 1e6}, kUnknown,
     "hypothesis: fluid and tissue that replace what was drawn in", "a slow pull stays silent",
     "0: off", "no measurement known", 'E'),
    row("viscosity", "mu", "Pa s", &P::viscosity, 1, {1e-4, 10}, both(0.005, 0.04),
     "viscosity of the film under shear", "more suction early, more damping", "less of both",
     "shear-thinning fluid at 1e3-1e5 1/s; trend Schurz 1987, numbers recalled", 'K'),
    // Inception and the cavity.
    row("inception", "p_inc", "kPa", &P::inception, kKilo, {-75, 5}, both(-75, 5),
     "absolute pressure at which a cavity forms; below zero is tension",
     "near or above zero: opens silently", "louder", "unknown in joints; chosen by loudness", 'E'),
    row("nucleus", "b0", "um", &P::nucleus, kMicro, {1, 1000}, kUnknown,
     "radius of the first cavity", "a softer start", "a sharper start", "our choice", 'E'),
    row("nucleus_pressure", "p_g,in", "kPa", &P::nucleus_pressure, kKilo, {0.001, 100}, kUnknown,
     "gas pressure in the first cavity", "softer", "harder", "our choice", 'E'),
    row("gas_exponent", "gamma", "", &P::gas_exponent, 1, {1, 1.67}, kUnknown,
     "how the gas warms when squeezed: 1 not at all, 1.4 as if insulated", "stiffer gas", "softer gas",
     "nearly isothermal at this size, calculation", 'C'),
    row("residual", "V_g", "mm3", &P::residual, kMm3, {0, 2}, kUnknown,
     "gas in the loaded film while the joint is not ready; below 0.001 counts as none",
     "opens more softly", "none left: it pops again", "our choice", 'E'),
    row("cover_limit", "", "", &P::cover_limit, 1, {0.3, 0.95}, kUnknown,
     "share of the face the cavity may cover before the model stops", "runs longer",
     "stops sooner", "the ring of film must stay a film", 'C'),
    row("window", "t_pop", "ms", &P::window, kMilli, {1e-3, 5e3}, kUnknown,
     "how long the pop is followed", "longer", "shorter", "longer than any measured pop", 'E'),
    // Fluid and surroundings.
    row("density", "rho", "kg/m3", &P::density, 1, {100, 2e4}, kUnknown,
     "density of the fluid", "slower", "faster", "close to water, recalled", 'K'),
    row("surface_tension", "sigma", "N/m", &P::surface_tension, 1, {0, 0.5}, kUnknown,
     "surface tension", "pulls the cavity shut", "lets it grow", "0.05-0.07, recalled", 'K'),
    row("vapour", "p_v", "kPa", &P::vapour, kKilo, {0, 50}, kUnknown,
     "pressure of water vapour at 37 C", "fuller cavity", "emptier cavity", "steam tables", 'K'),
    row("ambient", "p_a", "kPa", &P::ambient, kKilo, {10, 1000}, kUnknown,
     "pressure of the surroundings", "needs more pull", "needs less pull", "sea level", 'K'),
    // The ear.
    row("distance", "r", "m", &P::distance, 1, {0.005, 10}, kUnknown,
     "from the joint to the ear or microphone", "quieter", "louder", "our choice", 'E'),
    row("spread", "Omega/pi", "", &P::spread, 1, {1, 4}, kUnknown,
     "solid angle the sound leaves into: 4 a free finger, 2 a trunk", "quieter", "louder",
     "compact source, calculation", 'C'),
    // The wait.
    row("joint_volume", "V_j", "mL", &P::joint_volume, kMl, {0.001, 20}, {{0.15, 0.5}, {0.2, 0.5}},
     "volume of the joint space", "longer wait", "shorter wait",
     "injection volumes 0.1-0.75 mL; finger recalled", 'S'),
    row("gas_fraction", "phi_0", "", &P::gas_fraction, 1, {1e-4, 0.9}, both(0.1, 0.2),
     "gas pocket as a share of the joint volume", "longer wait", "shorter wait",
     "about 15 %, Brodeur 1995", 'S'),
    row("exchange", "S_f", "", &P::exchange, 1, {0.01, 2}, both(0.5, 1),
     "share of the pocket's surface through which gas leaves", "shorter wait", "longer wait",
     "unknown; a pocket lies against cartilage", 'E'),
    row("ready_at", "phi_ready", "", &P::ready_at, 1, {0.01, 0.999}, kUnknown,
     "ready when the pocket has shrunk to this share", "shorter wait", "longer wait",
     "carbon dioxide gone, nitrogen left", 'C'),
    row("rest_pressure", "", "kPa", &P::rest_pressure, kKilo, {-20, 20}, both(-1.5, 0),
     "pressure in the joint at rest, against the surroundings", "shorter wait", "longer wait",
     "-1.5 to 0 kPa, Levick 1979, recalled", 'K'),
    row("temperature", "T", "K", &P::temperature, 1, {273.15, 330}, kUnknown,
     "temperature of the joint", "more volume per gas", "less", "body temperature", 'K'),
    row("co2_share", "x_CO2", "", &P::co2_share, 1, {0, 1}, kUnknown,
     "share of carbon dioxide in the fresh pocket", "shorter wait", "longer wait",
     "about 80 %, Unsworth 1971 and Brodeur 1995; follows from Henry's law", 'S'),
    row("co2_solubility", "alpha_CO2", "mol/m3/Pa", &P::co2_solubility, 1, {1e-8, 1e-2}, kUnknown,
     "how much dissolves per pressure", "shorter wait", "longer wait", "plasma, recalled", 'K'),
    row("co2_diffusion", "D_CO2", "m2/s", &P::co2_diffusion, 1, {1e-12, 1e-7}, both(2.0e-9, 2.6e-9),
     "how fast it spreads in the fluid", "shorter wait", "longer wait", "water values, recalled", 'K'),
    row("co2_tissue", "p_t,CO2", "kPa", &P::co2_tissue, kKilo, {0, 90}, both(5.3, 8),
     "its pressure in the tissue", "longer wait", "shorter wait", "recalled", 'K'),
    row("o2_share", "x_O2", "", &P::o2_share, 1, {0, 1}, kUnknown,
     "share of oxygen in the fresh pocket", "longer wait", "shorter wait", "Henry's law", 'C'),
    row("o2_solubility", "alpha_O2", "mol/m3/Pa", &P::o2_solubility, 1, {1e-8, 1e-2}, kUnknown,
     "how much dissolves per pressure", "shorter wait", "longer wait", "plasma, recalled", 'K'),
    row("o2_diffusion", "D_O2", "m2/s", &P::o2_diffusion, 1, {1e-12, 1e-7}, kUnknown,
     "how fast it spreads in the fluid", "shorter wait", "longer wait", "water values, recalled", 'K'),
    row("o2_tissue", "p_t,O2", "kPa", &P::o2_tissue, kKilo, {0, 90}, both(2, 8),
     "its pressure in the tissue", "longer wait", "shorter wait", "recalled", 'K'),
    row("n2_share", "x_N2", "", &P::n2_share, 1, {0, 1}, kUnknown,
     "share of nitrogen in the fresh pocket", "much longer wait", "shorter wait", "Henry's law", 'C'),
    row("n2_solubility", "alpha_N2", "mol/m3/Pa", &P::n2_solubility, 1, {1e-8, 1e-2}, kUnknown,
     "how much dissolves per pressure", "shorter wait", "longer wait", "plasma, recalled", 'K'),
    row("n2_diffusion", "D_N2", "m2/s", &P::n2_diffusion, 1, {1e-12, 1e-7}, kUnknown,
     "how fast it spreads in the fluid", "shorter wait", "longer wait", "water values, recalled", 'K'),
    row("n2_tissue", "p_t,N2", "kPa", &P::n2_tissue, kKilo, {0, 100}, both(75, 77),
     "its pressure in the tissue", "longer wait", "shorter wait", "recalled", 'K'),
    row("perfusion", "Q", "mL/min", &P::perfusion, kMl / 60, {0, 10}, kUnknown,
     "fluid that carries gas away; 0: off", "shorter wait", "longer wait",
     "rabbit knee 0.388 mL/min, Acta Vet Scand; scale by area", 'S'),
    row("lining", "A_s/delta_s", "m", &P::lining, 1, {1e-3, 1e4}, kUnknown,
     "area of the lining per thickness of the fluid in front of it; acts only with perfusion",
     "shorter wait", "longer wait", "from rabbit-knee exchange, calculation", 'C'),
    // The sphere of the literature.
    row("opening", "dh", "mm", &P::opening, kMilli, {1e-3, 20}, kUnknown,
     "L1: how far the surfaces part", "stronger drop of pressure", "weaker", "0.5-2.5 mm", 'S'),
    row("opening_time", "tau", "ms", &P::opening_time, kMilli, {1e-3, 1e3}, kUnknown,
     "L1: how long they take", "weaker drop of pressure", "stronger", "our choice", 'E'),
    row("wall_viscosity", "mu_b", "Pa s", &P::wall_viscosity, 1, {0, 100}, kUnknown,
     "L1: viscosity at the bubble's wall, tissue included", "quieter, partial collapse",
     "violent collapse, far too loud", "1-10 Pa s, recalled", 'K'),
    row("sphere", "R0", "mm", &P::sphere, kMilli, {1e-3, 5}, kUnknown,
     "L1: radius of the bubble that is already there", "larger bubble", "smaller bubble",
     "the published model starts from a bubble, too", 'E'),
    row("sphere_exponent", "kappa", "", &P::sphere_exponent, 1, {1, 1.67}, kUnknown,
     "L1: how its gas warms when squeezed", "stiffer gas", "softer gas", "isothermal", 'E'),
};
// clang-format on

}  // namespace

std::span<const ParameterInfo> joint_parameters() {
  return kTable;
}

}  // namespace limber
